package dev.backwright.judge.app;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Remembers the beginning of what is read.
final class Recorder extends FilterInputStream {

    static final int MOST = 8 * 1024;

    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    Recorder(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = in.read(bytes, offset, length);
        if (n > 0) {
            keep(read, bytes, offset, n);
        }
        return n;
    }

    byte[] bytes() {
        return read.toByteArray();
    }

    static void keep(ByteArrayOutputStream kept, byte[] bytes, int offset, int length) {
        kept.write(bytes, offset, Math.max(0, Math.min(length, MOST - kept.size())));
    }
}
