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
import java.util.regex.Pattern;

/// Reads lines of a reply that are no body: status, headers, sizes of chunks, trailers. Together they are no more than 64 kB,
/// sizes of chunks aside.
final class HeadLines {

    private static final int CAP = 64 * 1024;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~\\w-]+");

    private final InputStream in;
    private int bytes;
    private long firstByteNanos;

    HeadLines(InputStream in) {
        this.in = in;
    }

    InputStream in() {
        return in;
    }

    /// When the first byte came, by `System.nanoTime`.
    long firstByteNanos() {
        return firstByteNanos;
    }

    /// A line without its end. Bytes beyond ASCII are taken for UTF-8.
    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            line.write(b);
            if (++bytes > CAP) {
                throw new NoAnswer("sent more than 64 kB of headers");
            }
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /// A line that does not count.
    String shortLine() throws IOException {
        int before = bytes;
        String line = line();
        bytes = before;
        if (line.length() > 4096) {
            throw new NoAnswer("sent a chunk without its size: " + shown(line));
        }
        return line;
    }

    /// Header lines up to the empty one.
    List<Request.Header> headers() throws IOException {
        List<Request.Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
                throw new NoAnswer("sent a header line that is none: " + shown(line));
            }
            headers.add(new Request.Header(line.substring(0, colon), value(line, colon + 1)));
        }
        return headers;
    }

    /// Without the blanks around it.
    private static String value(String line, int from) {
        int start = from;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
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

    static String shown(String line) {
        String cut = line.length() > 80 ? line.substring(0, 80) + "…" : line;
        return "“" + Clean.text(cut) + "”";
    }
}
