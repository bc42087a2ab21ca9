package dev.backwright.services.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/// What a client said on one connection, byte for byte: everything read passes through here and is kept, while there is room.
final class Carried implements ReadableByteChannel {

    private final ReadableByteChannel from;
    private final AtomicLong room;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean more;

    /// @param room how many bytes may still be kept, for all connections of a wire together
    Carried(ReadableByteChannel from, AtomicLong room) {
        this.from = from;
        this.room = room;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        int start = bytes.position();
        int read = from.read(bytes);
        if (read > 0) {
            keep(bytes.slice(start, read));
        }
        return read;
    }

    private synchronized void keep(ByteBuffer piece) {
        int size = Math.clamp(room.getAndAdd(-piece.remaining()), 0, piece.remaining());
        more |= size < piece.remaining();
        byte[] bytes = new byte[size];
        piece.get(bytes);
        kept.writeBytes(bytes);
    }

    /// Whether `text` is among it.
    synchronized boolean has(String text) {
        // a letter for each byte, so that a search for letters is one for bytes
        String all = kept.toString(StandardCharsets.ISO_8859_1);
        return all.contains(
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /// Whether more came than was kept.
    synchronized boolean more() {
        return more;
    }

    @Override
    public boolean isOpen() {
        return from.isOpen();
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
