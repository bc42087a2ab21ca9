package dev.backwright.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What an attack could harm, all outside of its sandbox, and whether it was.
final class Prey implements AutoCloseable {

    static final String SECRET = "secret of the host";

    private static final String LISTENER =
            "require('net').createServer(s => { console.log('reached'); s.end() })"
                    + ".listen('\\0' + process.argv[1], () => console.log('up')); process.stdin.resume().on('end', () => process.exit())";

    private final String word = "prey" + System.nanoTime();
    private final AtomicInteger reached = new AtomicInteger();
    private final AtomicInteger wire = new AtomicInteger();
    private final Path folder;
    private final Path secret;
    private final ServerSocket academy;
    private final Process sleeper;
    private final Process local;
    private final Running neighbour;

    /// @param folder of ours, open to all
    Prey(Sandbox sandbox, Path node, Path folder) throws IOException {
        this.folder = folder;
        secret = Files.writeString(folder.resolve(word), SECRET);
        academy = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::listen);
        sleeper = new ProcessBuilder("sleep", "1000").start();
        local = new ProcessBuilder(node.toString(), "-e", LISTENER, word).start();
        var said = local.inputReader();
        if (!"up".equals(said.readLine())) {
            throw new IOException(
                    "No local socket: "
                            + new String(
                                    local.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        Thread.ofVirtual().start(() -> count(said));
        neighbour =
                sandbox.start(
                        Given.script("setInterval(() => {}, 1e6)")
                                .withFile(word + ".txt", word)
                                .withLimits(Limits.STANDARD.withWall(Duration.ofMinutes(30)))
                                .withEnvironment(Map.of("NAME", word))
                                .withWires(
                                        new Wire.Inward("PORT"),
                                        new Wire.Outward(
                                                "URL",
                                                (host, port) -> host + ":" + noted(port),
                                                connection -> reached.incrementAndGet())));
    }

    private int noted(int port) {
        wire.set(port);
        return port;
    }

    private void listen() {
        try {
            while (true) {
                academy.accept().close();
                reached.incrementAndGet();
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void count(BufferedReader said) {
        said.lines().forEach(line -> reached.incrementAndGet());
    }

    Map<String, String> environment() {
        var all = new TreeMap<String, String>();
        all.put("SECRET", secret.toString());
        all.put("SLEEPER", Long.toString(sleeper.pid()));
        all.put("ACADEMY", Integer.toString(academy.getLocalPort()));
        all.put("ABSTRACT", word);
        all.put("NEIGHBOUR", word);
        all.put("WIRE", Integer.toString(wire.get()));
        all.put("AROUND", folder.toString());
        all.put("CALLS", Calls.inWords());
        all.put("PTRACE", Calls.number("ptrace") + " " + Calls.number("process_vm_readv"));
        return all;
    }

    /// Empty when nothing was harmed.
    String harm() throws IOException {
        var state = Files.readString(Path.of("/proc", "" + sleeper.pid(), "stat"));
        if (!sleeper.isAlive() || state.contains(") T ")) {
            return "a process of the host was signalled";
        }
        if (reached.get() != 0) {
            return "a listener outside was reached";
        }
        if (!Files.readString(secret).equals(SECRET)) {
            return "a file of the host was changed";
        }
        return neighbour.outcome().isDone() ? "another submission was ended" : "";
    }

    @Override
    public void close() throws IOException {
        neighbour.close();
        sleeper.destroyForcibly();
        local.destroyForcibly();
        academy.close();
        Files.deleteIfExists(secret);
    }
}
