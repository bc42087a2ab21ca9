package dev.backwright.academy.gitserver;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jgit.internal.storage.dfs.ReadableChannel;

/// Reads a file of a pack, a part at a time.
final class PackChannel implements ReadableChannel {

    private final Source source;
    private final long size;
    private long position;
    private boolean open = true;

    /// @param size of the whole file
    PackChannel(Source source, long size) {
        this.source = source;
        this.size = size;
    }

    /// Where its bytes come from.
    @FunctionalInterface
    interface Source {

        /// Puts bytes from a position on into the buffer.
        ///
        /// @return how many; less than 1 for none
        int read(long position, ByteBuffer into) throws IOException;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size || !into.hasRemaining()) {
            return -1;
        }
        int length = source.read(position, into);
        position += Math.max(0, length);
        return length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void position(long next) {
        position = next;
    }

    @Override
    public long size() {
        return size;
    }

    /// It has none of its own.
    @Override
    public int blockSize() {
        return 0;
    }

    @Override
    public void setReadAheadBytes(int bytes) {
        // each part is asked for by itself
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
