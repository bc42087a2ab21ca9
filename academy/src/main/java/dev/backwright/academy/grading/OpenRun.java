package dev.backwright.academy.grading;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.LabId;
import dev.backwright.judge.LiveRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// One live run and what it has said so far, so that a reader who comes late or again reads all of it.
final class OpenRun implements AutoCloseable {

    static final int KEPT_CHARACTERS = 1_000_000;
    static final int KEPT_EVENTS = 20_000;
    private static final Duration ALONE = Duration.ofSeconds(30);

    private final UUID id;
    private final Learner learner;
    private final LabId lab;
    private final List<LiveRun.Event> said = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final AtomicInteger readers = new AtomicInteger();
    private final CompletableFuture<LiveRun> running = new CompletableFuture<>();
    private volatile boolean closed;
    private int characters;

    OpenRun(UUID id, Learner learner, LabId lab) {
        this.id = id;
        this.learner = learner;
        this.lab = lab;
    }

    UUID id() {
        return id;
    }

    Learner learner() {
        return learner;
    }

    LabId lab() {
        return lab;
    }

    /// Starts it.
    ///
    /// @param end called with it once nobody has looked for a while
    void begin(Function<Consumer<LiveRun.Event>, LiveRun> start, Consumer<OpenRun> end) {
        var run = start.apply(this::hear);
        running.complete(run);
        if (closed) {
            run.close();
            return;
        }
        Thread.ofVirtual().name("run " + id).start(() -> watch(end));
    }

    Evidence.Http send(Request request) {
        return running.join().send(request);
    }

    /// Waits for what comes after the first so many events.
    ///
    /// @return all events from there on; empty after the patience, and when it is closed
    List<LiveRun.Event> after(int seen, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (said.size() <= seen && left > 0 && !closed) {
                left = more.awaitNanos(left);
            }
            return seen >= said.size()
                    ? List.of()
                    : List.copyOf(said.subList(Math.max(0, seen), said.size()));
        } finally {
            lock.unlock();
        }
    }

    /// Somebody looks, until it is closed.
    Reading read() {
        readers.incrementAndGet();
        return readers::decrementAndGet;
    }

    /// Looking at a run, until it is closed.
    interface Reading extends AutoCloseable {
        @Override
        void close();
    }

    private void hear(LiveRun.Event event) {
        lock.lock();
        try {
            if (event instanceof LiveRun.Event.Printed printed) {
                print(printed);
            } else {
                said.add(event);
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void print(LiveRun.Event.Printed printed) {
        if (characters > KEPT_CHARACTERS || said.size() > KEPT_EVENTS) {
            return;
        }
        said.add(printed);
        characters += printed.text().length();
        if (characters > KEPT_CHARACTERS || said.size() > KEPT_EVENTS) {
            said.add(
                    new LiveRun.Event.Printed(
                            true, "\n(what it prints after this is not shown)\n"));
        }
    }

    private void watch(Consumer<OpenRun> end) {
        try {
            do {
                Thread.sleep(ALONE);
            } while (readers.get() > 0 && !closed);
            end.accept(this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        var _ = running.thenAccept(LiveRun::close);
        lock.lock();
        try {
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
