package dev.backwright.academy.gitserver;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jgit.internal.storage.dfs.DfsOutputStream;

/// A file of a pack that is being made, in memory. What has been written can be read at once.
final class FreshFile extends DfsOutputStream {

    private static final int FIRST = 1 << 13;

    private byte[] bytes = new byte[FIRST];
    private int size;

    @Override
    public void write(byte[] from, int at, int length) {
        int end = Math.addExact(size, length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, (int) Math.min(2L * bytes.length, 1 << 30)));
        }
        System.arraycopy(from, at, bytes, size, length);
        size = end;
    }

    @Override
    public int read(long position, ByteBuffer into) {
        int length = (int) Math.min(into.remaining(), size - position);
        if (length <= 0) {
            return -1;
        }
        into.put(bytes, (int) position, length);
        return length;
    }

    int size() {
        return size;
    }

    byte[] whole() {
        return Arrays.copyOf(bytes, size);
    }
}
