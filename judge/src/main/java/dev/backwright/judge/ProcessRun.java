package dev.backwright.judge;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.app.Endings;
import dev.backwright.judge.app.LiveServer;
import dev.backwright.judge.evidence.Clean;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One process and what belongs to it, until it ends.
final class ProcessRun implements LiveRun {

    private final Running running;
    private final @Nullable LiveServer server;
    private final List<AutoCloseable> services;
    private final long begin = System.nanoTime();
    private final Thread watch;

    ProcessRun(
            Running running,
            @Nullable LiveServer server,
            Consumer<Event> listener,
            List<AutoCloseable> services) {
        this.running = running;
        this.server = server;
        this.services = List.copyOf(services);
        Consumer<Event> inTurn = event -> tell(listener, event);
        running.output()
                .follow(piece -> inTurn.accept(new Event.Printed(piece.error(), piece.text())));
        this.watch = Thread.ofVirtual().start(() -> watch(inTurn));
    }

    /// Events come from several threads; listeners hear one at a time.
    private void tell(Consumer<Event> listener, Event event) {
        synchronized (services) {
            listener.accept(event);
        }
    }

    private void watch(Consumer<Event> listener) {
        if (server != null) {
            server.open().ifPresent(address -> listener.accept(new Event.Ready("app", address)));
        }
        Event.Ended ended = ended(running.outcome().handle((o, fault) -> o).join());
        release();
        listener.accept(ended);
    }

    private Event.Ended ended(@Nullable Outcome outcome) {
        double millis = Stopwatch.millis(System.nanoTime() - begin);
        return outcome == null
                ? new Event.Ended(137, "could not be followed to its end", millis)
                : new Event.Ended(Endings.exitCode(outcome), Endings.words(outcome), millis);
    }

    @Override
    public Evidence.Http send(Request request) {
        if (server == null) {
            throw new JudgeException("a program takes no requests");
        }
        Evidence.Http seen = server.send(request);
        return (Evidence.Http)
                dev.backwright.judge.evidence.Trim.of(List.of(seen)).evidence().getFirst();
    }

    @Override
    public int await() throws InterruptedException {
        try {
            int code = Endings.exitCode(running.outcome().get());
            watch.join();
            return code;
        } catch (ExecutionException e) {
            throw new JudgeException(
                    "how the process ended is not known: "
                            + Clean.text(String.valueOf(e.getCause())),
                    e);
        }
    }

    @Override
    public void close() {
        running.close();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        running.close();
        if (server != null) {
            server.close();
        }
        closeAll(services);
    }

    private static void closeAll(List<AutoCloseable> things) {
        for (AutoCloseable thing : things) {
            try {
                thing.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new JudgeException("a service could not be ended: " + e, e);
            }
        }
    }
}
