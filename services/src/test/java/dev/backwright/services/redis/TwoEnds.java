package dev.backwright.services.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.backwright.services.Listener;
import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.ServiceWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A client and a server that say what a test has them say; each hears exactly what the other has said.
final class TwoEnds implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    final ServiceWire wire =
            new ServiceWire(
                    new Endpoint(
                            "redis",
                            door.getLocalSocketAddress(),
                            (host, port) -> host + port,
                            () -> true),
                    Commands::new);
    private final Listener listener = new Listener(wire);
    final Socket client = new Socket(InetAddress.getLoopbackAddress(), listener.port());
    final Socket server = door.accept();

    TwoEnds() throws IOException {
        client.setSoTimeout(20_000);
        server.setSoTimeout(20_000);
    }

    /// A command as drivers send it.
    static String command(String... words) {
        return Arrays.stream(words)
                .map(word ->
                        "$" + word.getBytes(StandardCharsets.UTF_8).length + "\r\n" + word + "\r\n")
                .collect(Collectors.joining("", "*" + words.length + "\r\n", ""));
    }

    TwoEnds asks(String... words) {
        return says(command(words));
    }

    /// The client says this.
    TwoEnds says(String bytes) {
        told(client, bytes.getBytes(StandardCharsets.UTF_8), server);
        return this;
    }

    /// The server says this, line by line.
    TwoEnds answers(String... lines) {
        String all = Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining());
        told(server, all.getBytes(StandardCharsets.UTF_8), client);
        return this;
    }

    private static void told(Socket from, byte[] bytes, Socket to) {
        try {
            from.getOutputStream().write(bytes);
            assertArrayEquals(bytes, to.getInputStream().readNBytes(bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<SeenStatement> statements() {
        return wire.statements();
    }

    SeenStatement last() {
        return statements().getLast();
    }

    List<String> texts() {
        return statements().stream().map(SeenStatement::text).toList();
    }

    List<String> answered() {
        return statements().stream().map(SeenStatement::answer).toList();
    }

    @Override
    public void close() throws IOException {
        wire.close();
        client.close();
        server.close();
        listener.close();
        door.close();
    }
}
