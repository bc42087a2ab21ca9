package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import dev.backwright.judge.evidence.Clean;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one reply from a stream (RFC 9112, sections 4 to 7): informational replies are passed over, the body ends by
/// chunks, by length or with the connection.
final class AnswerReader {

    static final int BODY_CAP = 1_000_000;
    private static final int HEAD_CAP = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");
    private static final Pattern FIELD =
            Pattern.compile("([!#$%&'*+.^_`|~\\w-]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})[ \\t]*(?:;.*)?");

    private final InputStream in;
    private final boolean toHead;
    private int headBytes;
    private long firstByteNanos;

    AnswerReader(InputStream in, String method) {
        this.in = in;
        this.toHead = method.equals("HEAD");
    }

    /// @throws NoAnswer when what comes is no reply
    Answer read() throws IOException {
        int status = status();
        List<Request.Header> headers = headers();
        while (status < 200 && status != 101) {
            status = status();
            headers = headers();
        }
        var bare = new Answer(status, headers, "", firstByteNanos);
        String body = new String(body(bare), StandardCharsets.UTF_8);
        return new Answer(status, headers, body, firstByteNanos);
    }

    private int status() throws IOException {
        String line = line();
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new NoAnswer("answered with something that is no HTTP: " + shown(line));
        }
        return Integer.parseInt(status.group(1));
    }

    private List<Request.Header> headers() throws IOException {
        List<Request.Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                throw new NoAnswer("sent a header line that is none: " + shown(line));
            }
            headers.add(new Request.Header(field.group(1), field.group(2)));
        }
        return headers;
    }

    private byte[] body(Answer head) throws IOException {
        if (toHead || head.status() == 204 || head.status() == 304 || head.status() == 101) {
            return new byte[0];
        }
        String coding = head.header("Transfer-Encoding");
        if (coding != null && coding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
            return chunks();
        }
        String length = head.header("Content-Length");
        if (length == null) {
            return capped(in.readNBytes(BODY_CAP + 1));
        }
        return exactly(length);
    }

    private byte[] exactly(String length) throws IOException {
        if (!length.matches("\\d{1,15}")) {
            throw new NoAnswer("sent a Content-Length that is no number: " + shown(length));
        }
        long wanted = Long.parseLong(length);
        byte[] body = capped(in.readNBytes((int) Math.min(wanted, BODY_CAP + 1L)));
        if (body.length < wanted) {
            throw new NoAnswer(
                    "closed the connection after %d of %d bytes of the body"
                            .formatted(body.length, wanted));
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            byte[] chunk = in.readNBytes(Math.min(size, BODY_CAP + 1));
            body.writeBytes(chunk);
            checkCap(body.size());
            if (chunk.length < size || !line().isEmpty()) {
                throw new NoAnswer("closed the connection in the middle of the body");
            }
        }
        headers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        headBytes = 0;
        String line = line();
        Matcher size = CHUNK.matcher(line);
        if (!size.matches()) {
            throw new NoAnswer("sent a chunk without its size: " + shown(line));
        }
        return Integer.parseInt(size.group(1), 16);
    }

    private static byte[] capped(byte[] body) throws NoAnswer {
        checkCap(body.length);
        return body;
    }

    private static void checkCap(int size) throws NoAnswer {
        if (size > BODY_CAP) {
            throw new NoAnswer("sent a body larger than 1 MB");
        }
    }

    /// A line without its end. Bytes beyond ASCII are taken for UTF-8.
    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            line.write(b);
            if (++headBytes > HEAD_CAP) {
                throw new NoAnswer("sent more than 64 kB of headers");
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw firstByteNanos == 0
                    ? new EOFException("closed the connection without an answer")
                    : new NoAnswer("closed the connection in the middle of its answer");
        }
        if (firstByteNanos == 0) {
            firstByteNanos = System.nanoTime();
        }
        return b;
    }

    private static String shown(String line) {
        String cut = line.length() > 80 ? line.substring(0, 80) + "…" : line;
        return "“" + Clean.text(cut) + "”";
    }
}
