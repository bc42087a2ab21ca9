package dev.backwright.services.postgres;

import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// How a connection begins: perhaps questions for encryption, which we answer with "no", then its real purpose.
/// Codes as in "Message Formats" of PostgreSQL's manual.
final class Opening {

    private static final int CANCEL_CODE = 80877102;
    private static final int SSL_CODE = 80877103;
    private static final int GSS_CODE = 80877104;
    private static final int QUESTIONS = 4;

    private int questions;
    private boolean over;

    /// Whether messages with a type follow.
    boolean over() {
        return over;
    }

    /// An opening has no type; its bytes begin with the length.
    static long length(ByteBuffer begun) throws NotUnderstood {
        if (begun.remaining() < 8) {
            return 0;
        }
        int length = begun.getInt(begun.position());
        if (length < 8 || length > 10_000) {
            throw new NotUnderstood("an opening of " + length + " bytes");
        }
        return length;
    }

    Arrival arriving(Message message) throws NotUnderstood {
        int code = message.bytes().getInt(4);
        if (code == SSL_CODE || code == GSS_CODE) {
            if (++questions > QUESTIONS) {
                throw new NotUnderstood("questions for encryption without end");
            }
            return new Arrival.Answered(StandardCharsets.US_ASCII.encode("N"));
        }
        if (code != CANCEL_CODE && code >> 16 != 3) {
            throw new NotUnderstood("its opening is not of PostgreSQL's protocol 3");
        }
        over = true;
        return Arrival.ON;
    }
}
