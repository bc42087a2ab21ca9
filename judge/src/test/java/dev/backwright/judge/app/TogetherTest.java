package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Request;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TogetherTest {

    private static final String LARGE = "x".repeat(4_000_000);

    @TempDir Path folder;

    /// The third request cannot be written in full before it is read: until then nobody may have their last byte.
    @Test
    void noLastByteIsSentBeforeEveryRequestIsOutButForIts() throws Exception {
        var requests =
                List.of(
                        Request.get("/a"),
                        Request.post("/b").body("text/plain", "small"),
                        Request.post("/c").body("text/plain", LARGE));
        var address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            var http =
                    new Http(
                            () -> new Link(1, SocketChannel.open(address)), Duration.ofSeconds(30));
            var exchanges = CompletableFuture.supplyAsync(() -> http.together(requests));
            List<SocketChannel> connections = accepted(server);
            SocketChannel a = connections.get(0);
            SocketChannel b = connections.get(1);
            SocketChannel c = connections.get(2);
            readAllButLast(a, requests.get(0));
            readAllButLast(b, requests.get(1));
            Thread.sleep(100); // whoever does not wait has time to show it
            assertEquals(0, readNow(a));
            assertEquals(0, readNow(b));
            readAllButLast(c, requests.get(2));
            for (var connection : List.of(c, b, a)) {
                read(connection, 1);
                answer(connection);
            }
            exchanges.get().forEach(each -> assertEquals(true, each.hadStatus(204)));
        }
    }

    /// By the path in their first line, of which as many bytes are read.
    private static List<SocketChannel> accepted(ServerSocketChannel server) throws IOException {
        SortedMap<String, SocketChannel> all = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            SocketChannel connection = server.accept();
            String begin = new String(read(connection, 7), StandardCharsets.US_ASCII);
            all.put(begin.replaceAll(".*(/\\w).*", "$1"), connection);
        }
        return List.copyOf(all.values());
    }

    private static void readAllButLast(SocketChannel connection, Request request)
            throws IOException {
        byte[] whole = Outgoing.of(request).whole();
        byte[] rest = read(connection, whole.length - 7 - 1);
        assertArrayEquals(java.util.Arrays.copyOfRange(whole, 7, whole.length - 1), rest);
    }

    private static byte[] read(SocketChannel connection, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            assertTrue(connection.read(buffer) >= 0, "the connection ended early");
        }
        return buffer.array();
    }

    private static int readNow(SocketChannel connection) throws IOException {
        connection.configureBlocking(false);
        int count = connection.read(ByteBuffer.allocate(1));
        connection.configureBlocking(true);
        return count;
    }

    private static void answer(SocketChannel connection) throws IOException {
        connection.write(
                ByteBuffer.wrap(
                        "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        connection.close();
    }
}
