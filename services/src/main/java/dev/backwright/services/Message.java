package dev.backwright.services;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One message of PostgreSQL's protocol, version 3: a type, a length that counts itself, a body.
final class Message {

    static final int HEADER = 5;

    private final byte[] bytes;
    private final long missing;

    /// @param bytes all of it, or the beginning of a long one
    /// @param missing how many more bytes follow on the channel
    Message(byte[] bytes, long missing) {
        this.bytes = bytes;
        this.missing = missing;
    }

    byte[] bytes() {
        return bytes;
    }

    long missing() {
        return missing;
    }

    char type() {
        return (char) (bytes[0] & 0xff);
    }

    boolean whole() {
        return missing == 0;
    }

    ByteBuffer body() {
        return ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER).slice();
    }

    /// Reads a text that ends with a zero, or with what we have.
    static String text(ByteBuffer body) {
        int start = body.position();
        while (body.hasRemaining()) {
            if (body.get() == 0) {
                return decode(body, start, body.position() - 1);
            }
        }
        return decode(body, start, body.position());
    }

    private static String decode(ByteBuffer body, int start, int end) {
        return new String(
                body.array(), body.arrayOffset() + start, end - start, StandardCharsets.UTF_8);
    }
}
