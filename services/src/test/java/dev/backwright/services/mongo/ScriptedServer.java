package dev.backwright.services.mongo;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntFunction;

/// Answers what no server at hand can: sessions, transactions, exhaust cursors. Each message gets the answers that its script makes
/// from the message's id.
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final IntFunction<List<byte[]>> script;

    ScriptedServer(IntFunction<List<byte[]>> script) throws IOException {
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            while (true) {
                var header = ByteBuffer.wrap(in.readNBytes(16)).order(ByteOrder.LITTLE_ENDIAN);
                in.readNBytes(header.getInt(0) - 16);
                for (byte[] answer : script.apply(header.getInt(4))) {
                    client.getOutputStream().write(answer);
                }
            }
        } catch (IOException | IndexOutOfBoundsException ended) {
            // the wire ended it
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
