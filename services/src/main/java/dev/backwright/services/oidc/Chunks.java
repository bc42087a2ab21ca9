package dev.backwright.services.oidc;

import dev.backwright.services.wire.NotUnderstood;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A body in chunks (RFC 9112, section 7.1).
///
/// @param body as far as it is there
/// @param length how many bytes it takes in all; 0 while its end is not there
record Chunks(String body, int length) {

    private static final int LONGEST_LINE = 4_000;

    static Chunks of(ByteBuffer bytes, int from) throws NotUnderstood {
        var body = new ByteArrayOutputStream();
        int at = from;
        while (true) {
            int line = line(bytes, at);
            if (line < 0) {
                return new Chunks(body.toString(StandardCharsets.UTF_8), 0);
            }
            int size = size(bytes, at, line);
            at = line + 2;
            if (size == 0) {
                int end = trailers(bytes, at);
                return new Chunks(body.toString(StandardCharsets.UTF_8), end < 0 ? 0 : end - from);
            }
            if (bytes.limit() - at < size + 2) {
                return new Chunks(body.toString(StandardCharsets.UTF_8), 0);
            }
            byte[] piece = new byte[size];
            bytes.slice(at, size).get(piece);
            body.writeBytes(piece);
            at += size + 2;
        }
    }

    private static int size(ByteBuffer bytes, int from, int to) throws NotUnderstood {
        byte[] line = new byte[to - from];
        bytes.slice(from, line.length).get(line);
        String digits =
                new String(line, StandardCharsets.ISO_8859_1).replaceFirst(";.*", "").strip();
        if (!digits.matches("[0-9a-fA-F]{1,7}")) {
            throw new NotUnderstood("a chunk without a size");
        }
        return Integer.parseInt(digits, 16);
    }

    /// Where the line ends that begins at `from`; -1 where its end is not there.
    private static int line(ByteBuffer bytes, int from) throws NotUnderstood {
        for (int i = from; i + 1 < bytes.limit(); i++) {
            if (bytes.get(i) == '\r' && bytes.get(i + 1) == '\n') {
                return i;
            }
            if (i - from > LONGEST_LINE) {
                throw new NotUnderstood("a line without an end");
            }
        }
        return -1;
    }

    private static int trailers(ByteBuffer bytes, int from) throws NotUnderstood {
        int at = from;
        while (true) {
            int line = line(bytes, at);
            if (line < 0 || line == at) {
                return line < 0 ? -1 : line + 2;
            }
            at = line + 2;
        }
    }
}
