package dev.backwright.judge.app;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.app.tls.Identity;
import dev.backwright.judge.seen.Origin;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A server that runs for its author to look at: it gets an address on the loopback that a browser can use.
public final class LiveServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Running running;
    private final Http http;
    private final AtomicInteger connections = new AtomicInteger();
    private final Origin origin = new Origin();
    private volatile @Nullable FrontDoor door;

    public LiveServer(Running running) {
        this.running = running;
        this.http = new Http(this::link, Duration.ofSeconds(30));
    }

    private Link link() throws IOException {
        return new Link(connections.incrementAndGet(), running.connect(Server.PORT));
    }

    /// Starts it; nobody waits.
    public static Running launch(
            Sandbox sandbox,
            SortedMap<String, byte[]> files,
            Limits limits,
            List<Wire> wires,
            Map<String, String> environment,
            @Nullable Identity tls) {
        return sandbox.start(new Boot(sandbox, files, limits, wires, environment, tls).launch());
    }

    /// Waits until it listens and gives it an address; empty when it ends first or does not listen.
    public Optional<String> open() {
        if (!running.awaitListening(Server.PORT, PATIENCE)) {
            return Optional.empty();
        }
        FrontDoor opened = FrontDoor.open(() -> running.connect(Server.PORT));
        door = opened;
        return Optional.of("http://127.0.0.1:" + opened.port());
    }

    public Evidence.Http send(Request request) {
        if (door == null) {
            running.awaitListening(Server.PORT, PATIENCE);
        }
        return http.send(request).evidence(origin, 1, false);
    }

    @Override
    public void close() {
        FrontDoor opened = door;
        if (opened != null) {
            opened.close();
        }
    }
}
