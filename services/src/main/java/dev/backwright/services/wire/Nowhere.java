package dev.backwright.services.wire;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Takes bytes and forgets them.
final class Nowhere implements WritableByteChannel {

    @Override
    public int write(ByteBuffer bytes) {
        int size = bytes.remaining();
        bytes.position(bytes.limit());
        return size;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
