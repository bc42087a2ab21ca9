package dev.backwright.services;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/// Takes messages off a channel. Of a long one it hands out the beginning; the rest is taken with [#raw].
final class MessageReader {

    /// As much of one message as is looked at.
    static final int LOOKED_AT = 1 << 20;

    private static final int LONGEST = 0x3fff_ffff;

    private final ReadableByteChannel channel;
    private final Runnable heard;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 14).flip();

    MessageReader(ReadableByteChannel channel, Runnable heard) {
        this.channel = channel;
        this.heard = heard;
    }

    /// What came is no message of this protocol.
    static final class NotUnderstood extends IOException {
        private static final long serialVersionUID = 1;

        NotUnderstood(String message) {
            super(message);
        }
    }

    /// The next message; null when the channel has ended, even in the middle of one.
    @Nullable Message next() throws IOException {
        if (!fill(Message.HEADER)) {
            return null;
        }
        int length = buffer.getInt(buffer.position() + 1);
        if (length < 4 || length > LONGEST) {
            throw new NotUnderstood("a message of " + length + " bytes");
        }
        return take(length + 1);
    }

    /// The first message of a connection, which has no type; its bytes begin with the length.
    byte @Nullable [] opening() throws IOException {
        if (!fill(8)) {
            return null;
        }
        int length = buffer.getInt(buffer.position());
        if (length < 8 || length > 10_000) {
            throw new NotUnderstood("an opening of " + length + " bytes");
        }
        Message opening = fill(length) ? take(length) : null;
        return opening == null ? null : opening.bytes();
    }

    private @Nullable Message take(int size) throws IOException {
        int now = Math.min(size, LOOKED_AT);
        if (!fill(now)) {
            return null;
        }
        byte[] bytes = new byte[now];
        buffer.get(bytes);
        return new Message(bytes, size - now);
    }

    /// Whether the next message can be had without waiting.
    boolean ready() {
        if (buffer.remaining() < Message.HEADER) {
            return false;
        }
        int length = buffer.getInt(buffer.position() + 1);
        return length >= 4 && buffer.remaining() > Math.min(length, LOOKED_AT);
    }

    /// Up to `most` bytes as they come; null at the end. They must be used up before the next call.
    @Nullable ByteBuffer raw(long most) throws IOException {
        if (!buffer.hasRemaining() && !fill(1)) {
            return null;
        }
        int size = (int) Math.min(most, buffer.remaining());
        ByteBuffer piece = buffer.slice(buffer.position(), size);
        buffer.position(buffer.position() + size);
        return piece;
    }

    private boolean fill(int size) throws IOException {
        if (buffer.remaining() >= size) {
            return true;
        }
        room(size);
        while (buffer.position() < size) {
            if (channel.read(buffer) < 0) {
                buffer.flip();
                return false;
            }
            heard.run();
        }
        buffer.flip();
        return true;
    }

    private void room(int size) {
        if (buffer.capacity() < size) {
            buffer = ByteBuffer.allocate(Math.max(size, buffer.capacity() * 2)).put(buffer);
        } else {
            buffer.compact();
        }
    }
}
