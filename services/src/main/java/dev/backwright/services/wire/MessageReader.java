package dev.backwright.services.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Takes messages off a channel. Of a long one it hands out the beginning; the rest is taken with [#raw].
final class MessageReader {

    /// As much of one message as is looked at.
    static final int LOOKED_AT = 1 << 20;

    private final ReadableByteChannel channel;
    private final Framing framing;
    private final Runnable heard;
    private final BooleanSupplier givenUp;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 14).flip();

    /// Says how long the next message is; 0 while too little of it is there to tell.
    @FunctionalInterface
    interface Framing {
        long length(ByteBuffer begun) throws NotUnderstood;
    }

    /// @param heard told of each piece that comes
    /// @param givenUp whether nobody wants messages any more
    MessageReader(
            ReadableByteChannel channel, Framing framing, Runnable heard, BooleanSupplier givenUp) {
        this.channel = channel;
        this.framing = framing;
        this.heard = heard;
        this.givenUp = givenUp;
    }

    /// The next message; null when the channel has ended, even in the middle of one, or nobody wants it any more.
    @Nullable Message next() throws IOException {
        long length = length();
        while (length == 0) {
            if (buffer.remaining() >= LOOKED_AT) {
                throw new NotUnderstood("a message that does not tell its length");
            }
            if (!more()) {
                return null;
            }
            length = length();
        }
        return take(length);
    }

    private long length() throws NotUnderstood {
        if (!buffer.hasRemaining()) {
            return 0;
        }
        long length = framing.length(buffer.slice());
        if (length < 0) {
            throw new NotUnderstood("a message of " + length + " bytes");
        }
        return length;
    }

    private @Nullable Message take(long length) throws IOException {
        int now = (int) Math.min(length, LOOKED_AT);
        while (buffer.remaining() < now) {
            if (!more()) {
                return null;
            }
        }
        byte[] bytes = new byte[now];
        buffer.get(bytes);
        return new Message(bytes, length - now);
    }

    /// Whether the next message can be had without waiting.
    boolean ready() {
        try {
            long length = length();
            return length > 0 && buffer.remaining() >= Math.min(length, LOOKED_AT);
        } catch (NotUnderstood | RuntimeException saidAgainByNext) {
            return true;
        }
    }

    /// Up to `most` bytes as they come; null at the end. They must be used up before the next call.
    @Nullable ByteBuffer raw(long most) throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            return null;
        }
        int size = (int) Math.min(most, buffer.remaining());
        ByteBuffer piece = buffer.slice(buffer.position(), size);
        buffer.position(buffer.position() + size);
        return piece;
    }

    private boolean more() throws IOException {
        return !givenUp.getAsBoolean() && fill() && !givenUp.getAsBoolean();
    }

    /// Reads what has come; whether anything did.
    private boolean fill() throws IOException {
        room();
        int read;
        try {
            read = channel.read(buffer);
        } finally {
            buffer.flip();
        }
        if (read >= 0) {
            heard.run();
        }
        return read >= 0;
    }

    private void room() {
        if (buffer.remaining() == buffer.capacity()) {
            buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer);
        } else {
            buffer.compact();
        }
    }
}
