package dev.backwright.services.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// Collects messages for one end and writes them together. What is put aside goes out only when it is brought back.
final class Outbox {

    private static final int MOST_ASIDE = 16 << 20;

    private final WritableByteChannel to;
    private final ByteArrayOutputStream ready = new ByteArrayOutputStream(8192);
    private final ByteArrayOutputStream aside = new ByteArrayOutputStream(1024);

    Outbox(WritableByteChannel to) {
        this.to = to;
    }

    /// Goes out with the next [#flush], behind what was put aside.
    void add(Message message) {
        bringBack();
        ready.writeBytes(message.array());
    }

    /// Waits for [#bringBack]; a batch larger than 16 MB is not kept back.
    void aside(Message message) {
        aside.writeBytes(message.array());
        if (!message.whole() || aside.size() > MOST_ASIDE) {
            bringBack();
        }
    }

    void bringBack() {
        ready.writeBytes(aside.toByteArray());
        aside.reset();
    }

    void flush() throws IOException {
        if (ready.size() > 0) {
            WireEnds.write(to, ByteBuffer.wrap(ready.toByteArray()));
            ready.reset();
        }
    }

    /// Sends the rest of a message that was too long to be looked at whole; nothing where nothing is missing.
    void stream(MessageReader from, long missing) throws IOException {
        if (missing == 0) {
            return;
        }
        flush();
        long left = missing;
        while (left > 0) {
            ByteBuffer piece = from.raw(left);
            if (piece == null) {
                return;
            }
            left -= piece.remaining();
            WireEnds.write(to, piece);
        }
    }

    /// Sends everything from here on as it comes, unread.
    void everything(MessageReader from) throws IOException {
        bringBack();
        flush();
        for (@Nullable ByteBuffer piece = from.raw(Long.MAX_VALUE);
                piece != null;
                piece = from.raw(Long.MAX_VALUE)) {
            WireEnds.write(to, piece);
        }
    }
}
