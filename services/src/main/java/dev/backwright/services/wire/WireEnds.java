package dev.backwright.services.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/// The two sockets of one connection.
record WireEnds(SocketChannel client, SocketChannel server) implements AutoCloseable {

    static WireEnds join(SocketChannel client, SocketAddress address) throws IOException {
        SocketChannel server = SocketChannel.open(address);
        withoutDelay(server);
        withoutDelay(client);
        return new WireEnds(client, server);
    }

    private static void withoutDelay(SocketChannel channel) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
    }

    static void write(WritableByteChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /// Ends both at once, as a broken network does; what was not delivered is lost.
    void reset() {
        reset(client);
        reset(server);
    }

    static void reset(SocketChannel channel) {
        try (channel) {
            if (channel.isOpen()
                    && channel.supportedOptions().contains(StandardSocketOptions.SO_LINGER)) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException alreadyGone) {
            // it is closed, which is all we want
        }
    }

    @Override
    public void close() {
        for (SocketChannel channel : new SocketChannel[] {client, server}) {
            try {
                channel.close();
            } catch (IOException alreadyGone) {
                // it is closed, which is all we want
            }
        }
    }
}
