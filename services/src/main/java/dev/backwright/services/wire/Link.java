package dev.backwright.services.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// One direction of a connection: as fast as the wire's bandwidth allows, and to nowhere once it is silent.
final class Link implements WritableByteChannel {

    private final WritableByteChannel to;
    private final Bandwidth bandwidth;
    private long free = System.nanoTime();
    private volatile boolean silent;

    Link(WritableByteChannel to, Bandwidth bandwidth) {
        this.to = to;
        this.bandwidth = bandwidth;
    }

    void silence() {
        silent = true;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int piece = bandwidth.piece(bytes.remaining());
        ByteBuffer some = bytes.slice(bytes.position(), piece);
        await(piece);
        while (!silent && some.hasRemaining()) {
            to.write(some);
        }
        bytes.position(bytes.position() + piece);
        return piece;
    }

    private void await(int piece) throws InterruptedIOException {
        try {
            free = bandwidth.pass(piece, free);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the wire was closed");
        }
    }

    @Override
    public boolean isOpen() {
        return to.isOpen();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
