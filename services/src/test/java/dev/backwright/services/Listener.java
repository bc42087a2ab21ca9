package dev.backwright.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Properties;

/// A loopback port that leads to a wire, as the sandbox's relay does.
final class Listener implements AutoCloseable {

    private final ServerSocketChannel server;
    private final PostgresDatabase db;

    Listener(PostgresDatabase db) throws IOException {
        this.db = db;
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
            db.wire().handle(client);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int port() {
        return server.socket().getLocalPort();
    }

    String url() {
        return db.wire().url("127.0.0.1", port());
    }

    /// A real driver on the wire.
    java.sql.Connection connect() throws java.sql.SQLException {
        var properties = new Properties();
        properties.setProperty("user", db.login().role());
        properties.setProperty("password", db.login().password());
        properties.setProperty("socketTimeout", "30");
        return java.sql.DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/" + db.login().database(), properties);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
