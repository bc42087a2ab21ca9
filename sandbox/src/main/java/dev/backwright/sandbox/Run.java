package dev.backwright.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A caged process with its limits, its output and its wires.
final class Run implements Running, Ahead {

    private final Cage cage;
    private final Limits limits;
    private final Wiring wiring;
    private final @Nullable Duplex control;

    private final Tape tape;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final AtomicReference<@Nullable Outcome> reason = new AtomicReference<>();
    private boolean closed;
    private Set<Running> siblings = Set.of();
    private @Nullable Clock clock;

    Run(Cage cage, Limits limits, Wiring wiring, @Nullable Duplex control) {
        this.cage = cage;
        this.limits = limits;
        this.wiring = wiring;
        this.control = control;
        this.tape =
                new Tape(limits.output(), () -> end(new Outcome.TooMuchOutput(limits.output())));
    }

    /// Begins to read, to watch and to wait.
    Run begin(Clock clock, Set<Running> open) {
        await(open);
        watch(clock);
        return this;
    }

    /// Begins to read and to wait; the clock starts with [#deliver].
    Run beginAhead(Clock clock, Set<Running> open) {
        this.clock = clock;
        await(open);
        return this;
    }

    @Override
    public Running deliver(SortedMap<String, byte[]> files) {
        var waiting = clock;
        if (waiting == null) {
            throw new IllegalStateException("This process has got its files already.");
        }
        clock = null;
        cage.deliver(files);
        watch(waiting);
        return this;
    }

    @Override
    public boolean isAlive() {
        return !outcome.isDone();
    }

    private void watch(Clock clock) {
        var watch = clock.watch(cage, limits, this::end);
        var _ = cage.status().whenComplete((status, fault) -> watch.close());
    }

    private void await(Set<Running> open) {
        siblings = open;
        siblings.add(this);
        var out = tape.record(cage.process().getInputStream(), false);
        var err = tape.record(cage.process().getErrorStream(), true);
        var printed = CompletableFuture.allOf(out, err);
        var _ =
                cage.status()
                        .thenCombine(drained(printed), (status, nothing) -> status)
                        .whenComplete(this::finish);
    }

    /// Output read to its end; or given up when somebody who left the tree still holds the pipe.
    private CompletableFuture<Void> drained(CompletableFuture<Void> printed) {
        return cage.status()
                .exceptionally(fault -> 0)
                .thenCompose(status -> printed.copy().completeOnTimeout(null, 5, TimeUnit.SECONDS));
    }

    private void finish(@Nullable Integer status, @Nullable Throwable fault) {
        if (control != null) {
            control.release();
        }
        if (fault != null || status == null) {
            var ended = reason.get();
            if (ended != null) {
                outcome.complete(ended);
            } else {
                outcome.completeExceptionally(fault == null ? new IllegalStateException() : fault);
            }
        } else {
            outcome.complete(verdict(status));
        }
    }

    private Outcome verdict(int status) {
        var ended = reason.get();
        if (ended != null) {
            return ended;
        }
        if (status != 0 && cage.ranOutOfMemory()) {
            return new Outcome.OutOfMemory(limits.memory());
        }
        int signal = status - 128;
        boolean signalled = signal > 0 && signal <= 64;
        if ((signal == Signals.KILL || signal == Signals.XCPU)
                && cage.cpu().compareTo(limits.cpu()) >= 0) {
            return new Outcome.OutOfTime(limits.cpu());
        }
        return signalled ? new Outcome.Signalled(signal) : new Outcome.Exited(status);
    }

    private void end(Outcome why) {
        if (reason.compareAndSet(null, why)) {
            cage.kill();
        }
    }

    @Override
    public Output output() {
        return tape;
    }

    @Override
    public OutputStream input() {
        return cage.process().getOutputStream();
    }

    @Override
    public InputStream controlIn() {
        return channel().input();
    }

    @Override
    public OutputStream controlOut() {
        return channel().output();
    }

    private Duplex channel() {
        if (control == null) {
            throw new SandboxException("The launch asked for no control channel.");
        }
        return control;
    }

    @Override
    public boolean awaitListening(String variable, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        for (int pause = 1; !outcome.isDone(); pause = Math.min(20, pause + 1)) {
            if (listens(variable)) {
                return true;
            }
            if (System.nanoTime() >= end) {
                return false;
            }
            endedWithin(pause);
        }
        return false;
    }

    private boolean listens(String variable) {
        try {
            if (!cage.mayListen(wiring.port(variable))) {
                return false;
            }
            connect(variable).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void endedWithin(int millis) {
        try {
            outcome.copy().handle((o, fault) -> o).get(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while waiting for a server to listen.", e);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            return;
        }
    }

    @Override
    public Set<Integer> listeningPorts() {
        return Listeners.of(cage.process().toHandle(), "app");
    }

    @Override
    public SocketChannel connect(String variable) throws IOException {
        return wiring.connect(variable);
    }

    @Override
    public void signal(Signal signal) {
        cage.signal(signal);
    }

    @Override
    public CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    @Override
    public byte @Nullable [] read(String path, int cap) {
        return cage.read(Trees.plain(path), cap);
    }

    @Override
    public SortedMap<String, Long> files() {
        return cage.files();
    }

    @Override
    public Duration cpu() {
        return cage.cpu();
    }

    @Override
    public synchronized void close() { // who comes second waits until all is gone
        if (closed) {
            return;
        }
        closed = true;
        reason.compareAndSet(null, new Outcome.Closed());
        cage.discard();
        outcome.handle((o, fault) -> o).completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
        if (control != null) {
            control.close();
        }
        wiring.close();
        siblings.remove(this);
    }
}
