package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A request as it goes on the wire (RFC 9112): headers as given and in order, `Host`, length and `Connection: close`
/// where they are missing. Names and values go out as they are, so that a check can send what is wrong.
///
/// @param parts what is written at a time: all of it, or the head and then the pieces of the body
record Outgoing(List<byte[]> parts) {

    private static final byte[] NOTHING = {};

    static Outgoing of(Request request) {
        return of(request, "close");
    }

    /// @param connection what is said about the connection's future where the request says nothing
    static Outgoing of(Request request, String connection) {
        byte[] head = head(request, connection).getBytes(StandardCharsets.UTF_8);
        List<byte[]> pieces = pieces(request);
        return request.pace().pieces() == 1
                ? new Outgoing(List.of(joined(head, joined(pieces.toArray(byte[][]::new)))))
                : new Outgoing(joined(head, pieces));
    }

    /// All but the last byte, and that.
    byte[] allButLast() {
        byte[] whole = whole();
        return Arrays.copyOf(whole, whole.length - 1);
    }

    byte[] last() {
        byte[] part = parts.getLast();
        return new byte[] {part[part.length - 1]};
    }

    byte[] whole() {
        return joined(parts.toArray(byte[][]::new));
    }

    private static String head(Request request, String connection) {
        var head = new StringBuilder();
        line(head, request.method() + " " + request.target() + " HTTP/1.1");
        if (lacks(request, "Host")) {
            line(head, "Host: localhost");
        }
        request.headers().forEach(header -> line(head, header.name() + ": " + header.value()));
        boolean told = !lacks(request, "Content-Length") || !lacks(request, "Transfer-Encoding");
        if (request.body() != null && !told) {
            line(head, framing(request));
        }
        if (lacks(request, "Connection")) {
            line(head, "Connection: " + connection);
        }
        line(head, "");
        return head.toString();
    }

    private static String framing(Request request) {
        return request.pace().chunked()
                ? "Transfer-Encoding: chunked"
                : "Content-Length: " + body(request).length;
    }

    private static List<byte[]> pieces(Request request) {
        byte[] body = body(request);
        int pieces = Math.clamp(request.pace().pieces(), 1, Math.max(1, body.length));
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int from = (int) ((long) body.length * i / pieces);
            int to = (int) ((long) body.length * (i + 1) / pieces);
            byte[] piece = Arrays.copyOfRange(body, from, to);
            all.add(request.pace().chunked() ? chunk(piece, i == pieces - 1) : piece);
        }
        return all;
    }

    private static byte[] chunk(byte[] piece, boolean last) {
        byte[] size = ascii(Integer.toHexString(piece.length) + "\r\n");
        byte[] chunk = piece.length == 0 ? NOTHING : joined(size, piece, ascii("\r\n"));
        return last ? joined(chunk, ascii("0\r\n\r\n")) : chunk;
    }

    private static byte[] body(Request request) {
        return request.body() == null ? NOTHING : request.body().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static List<byte[]> joined(byte[] first, List<byte[]> others) {
        List<byte[]> all = new ArrayList<>(List.of(first));
        others.stream().filter(part -> part.length > 0).forEach(all::add);
        return all;
    }

    private static void line(StringBuilder head, String text) {
        head.append(text).append("\r\n");
    }

    private static boolean lacks(Request request, String name) {
        return request.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase(name));
    }
}
