package dev.backwright.services;

import dev.backwright.services.wire.ServiceWire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// A loopback port that leads to a wire, as the sandbox's relay does.
public final class Listener implements AutoCloseable {

    private final ServerSocketChannel server;
    private final ServiceWire wire;

    public Listener(ServiceWire wire) throws IOException {
        this.wire = wire;
        this.server =
                ServerSocketChannel.open()
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Thread.ofVirtual().start(() -> handle(client));
            }
        } catch (ClosedChannelException closed) {
            // the test is over
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void handle(SocketChannel client) {
        try (client) {
            wire.handle(client);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public int port() {
        return server.socket().getLocalPort();
    }

    public String url() {
        return wire.url("127.0.0.1", port());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
