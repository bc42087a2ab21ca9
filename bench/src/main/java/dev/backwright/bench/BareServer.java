package dev.backwright.bench;

import dev.backwright.bench.PlainRequests.Plain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `node server.js`, and nothing around it: no judge, no sandbox, no wires.
final class BareServer implements AutoCloseable {

    private static final long START_SECONDS = 20;

    private final HttpClient client;
    private final Process process;
    private final int port;

    private BareServer(HttpClient client, Process process, int port) {
        this.client = client;
        this.process = process;
        this.port = port;
    }

    /// Returns when it listens.
    ///
    /// @param folder where `server.js` is and where its packages are found
    static BareServer start(HttpClient client, Path node, Path folder, String database)
            throws IOException, InterruptedException {
        int port = freePort();
        var builder =
                new ProcessBuilder(node.toString(), "server.js")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("DATABASE_URL", database);
        var server = new BareServer(client, builder.start(), port);
        server.awaitListening();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the bare server does not listen");
            }
            Thread.sleep(1);
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// One after the other.
    void ask(List<Plain> requests) throws IOException, InterruptedException {
        for (Plain plain : requests) {
            int status =
                    client.send(http(plain), HttpResponse.BodyHandlers.ofString()).statusCode();
            if (status != plain.status()) {
                throw new IllegalStateException(
                        "the bare server answered " + status + " to " + plain);
            }
        }
    }

    private HttpRequest http(Plain plain) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + plain.target()))
                .header("Content-Type", "application/json")
                .method(plain.method(), HttpRequest.BodyPublishers.ofString(plain.body()))
                .build();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
