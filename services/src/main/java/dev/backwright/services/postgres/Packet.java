package dev.backwright.services.postgres;

import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One message of PostgreSQL's protocol, version 3: a type, a length that counts itself, a body.
///
/// @param body all of it, or the beginning of a long one
record Packet(char type, ByteBuffer body) {

    private static final int HEADER = 5;
    private static final int LONGEST = 0x3fff_ffff;

    static long length(ByteBuffer begun) throws NotUnderstood {
        if (begun.remaining() < HEADER) {
            return 0;
        }
        int length = begun.getInt(begun.position() + 1);
        if (length < 4 || length > LONGEST) {
            throw new NotUnderstood("a message of " + length + " bytes");
        }
        return length + 1L;
    }

    static Packet of(Message message) {
        ByteBuffer bytes = message.bytes();
        return new Packet((char) (bytes.get(0) & 0xff), bytes.position(HEADER).slice());
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
        return StandardCharsets.UTF_8.decode(body.slice(start, end - start)).toString();
    }
}
