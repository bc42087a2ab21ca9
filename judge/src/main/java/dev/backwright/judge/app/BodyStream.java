package dev.backwright.judge.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of a reply as it comes (RFC 9112, sections 6 and 7): ended by chunks, by length or with the connection.
final class BodyStream extends InputStream {

    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,7})[ \\t]*(?:;.*)?");

    private final HeadLines lines;
    private final Ending ending;
    private final long length;
    private long left;
    private boolean over;

    private enum Ending {
        CHUNKS,
        LENGTH,
        CONNECTION
    }

    private BodyStream(HeadLines lines, Ending ending, long length) {
        this.lines = lines;
        this.ending = ending;
        this.length = length;
        this.left = length;
        this.over = ending == Ending.LENGTH && length == 0;
    }

    static BodyStream of(HeadLines lines, Answer head, boolean toHead) throws NoAnswer {
        int status = head.status();
        if (toHead || status == 204 || status == 304 || status == 101) {
            return new BodyStream(lines, Ending.LENGTH, 0);
        }
        String coding = head.header("Transfer-Encoding");
        if (coding != null && coding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
            return new BodyStream(lines, Ending.CHUNKS, 0);
        }
        @Nullable String length = head.header("Content-Length");
        return length == null
                ? new BodyStream(lines, Ending.CONNECTION, Long.MAX_VALUE)
                : new BodyStream(lines, Ending.LENGTH, number(length));
    }

    private static long number(String length) throws NoAnswer {
        if (!length.matches("\\d{1,15}")) {
            throw new NoAnswer(
                    "sent a Content-Length that is no number: " + HeadLines.shown(length));
        }
        return Long.parseLong(length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (!over && left == 0) {
            nextChunk();
        }
        if (over) {
            return -1;
        }
        int n = lines.in().read(bytes, offset, (int) Math.min(count, left));
        if (n < 0) {
            return ended();
        }
        left -= n;
        if (left == 0) {
            endPart();
        }
        return n;
    }

    private void nextChunk() throws IOException {
        String line = lines.shortLine();
        Matcher size = CHUNK.matcher(line);
        if (!size.matches()) {
            throw new NoAnswer("sent a chunk without its size: " + HeadLines.shown(line));
        }
        left = Integer.parseInt(size.group(1), 16);
        if (left == 0) {
            lines.headers();
            over = true;
        }
    }

    private void endPart() throws IOException {
        if (ending == Ending.LENGTH) {
            over = true;
        } else if (ending == Ending.CHUNKS && !lines.shortLine().isEmpty()) {
            throw new NoAnswer("sent a chunk that is longer than its size");
        }
    }

    private int ended() throws NoAnswer {
        over = true;
        return switch (ending) {
            case CONNECTION -> -1;
            case CHUNKS -> throw new NoAnswer("closed the connection in the middle of the body");
            case LENGTH ->
                    throw new NoAnswer(
                            "closed the connection after %d of %d bytes of the body"
                                    .formatted(length - left, length));
        };
    }
}
