package dev.backwright.judge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A port on the loopback behind which a server's wire lies.
///
/// ```text
///   browser ──► 127.0.0.1:port ──► FrontDoor ──► Running.connect(PORT) ──► the server
/// ```
final class FrontDoor implements AutoCloseable {

    private final ServerSocketChannel door;
    private final Http.Connector inside;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private FrontDoor(ServerSocketChannel door, Http.Connector inside) {
        this.door = door;
        this.inside = inside;
    }

    static FrontDoor open(Http.Connector inside) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var door = new FrontDoor(channel, inside);
            Thread.ofVirtual().start(door::accept);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("no port on the loopback is free", e);
        }
    }

    int port() {
        return door.socket().getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel outer = door.accept();
                open.add(outer);
                Thread.ofVirtual().start(() -> join(outer));
            }
        } catch (IOException closed) {
            open.forEach(FrontDoor::drop);
        }
    }

    private void join(SocketChannel outer) {
        try (outer;
                SocketChannel inner = inside.connect()) {
            open.add(inner);
            Thread back = Thread.ofVirtual().start(() -> pump(inner, outer));
            pump(outer, inner);
            back.join();
            open.remove(inner);
        } catch (IOException serverGone) {
            drop(outer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(outer);
        }
    }

    private static void pump(SocketChannel from, SocketChannel to) {
        ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException oneEndGone) {
            drop(from);
            drop(to);
        }
    }

    private static void drop(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the server's port could not be closed", e);
        }
    }
}
