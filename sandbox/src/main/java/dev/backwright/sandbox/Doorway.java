package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The listening end of an outward wire: each connection comes to the handler on a virtual thread.
final class Doorway implements AutoCloseable {

    private final ServerSocketChannel server;
    private final Wire.Handler handler;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    Doorway(ServerSocketChannel server, Wire.Handler handler) {
        this.server = server;
        this.handler = handler;
        Thread.ofVirtual().name("sandbox-wire").start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                open.add(connection);
                Thread.ofVirtual().start(() -> handle(connection));
            }
        } catch (IOException e) {
            closeConnections(); // the wire was closed
        }
    }

    private void handle(SocketChannel connection) {
        try (connection) {
            handler.handle(connection);
        } catch (IOException e) {
            System.getLogger(Doorway.class.getName())
                    .log(System.Logger.Level.DEBUG, "A wire's connection ended", e);
        } finally {
            open.remove(connection);
        }
    }

    @Override
    public void close() {
        Quietly.close(server);
        closeConnections();
    }

    private void closeConnections() {
        open.forEach(Quietly::close);
    }
}
