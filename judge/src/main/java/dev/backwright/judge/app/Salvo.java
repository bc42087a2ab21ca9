package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A request sent many times over several connections at once. What goes wrong with one of them ends it for all.
///
/// ```text
///   Salvo ─┬─ Lane ── Link     sends, waits for the whole answer, sends again
///          ├─ Lane ── Link
///          └─ …       └──► Tally
/// ```
final class Salvo {

    private final Request request;
    private final AtomicInteger left;
    private final Tally tally = new Tally();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final long endNanos;
    private volatile long nanos;

    /// @param times how often
    /// @param endNanos when all has to be answered, by `System.nanoTime`
    Salvo(Request request, int times, long endNanos) {
        this.request = request;
        this.left = new AtomicInteger(times);
        this.endNanos = endNanos;
    }

    /// Sends them and waits for the answers.
    void fire(Link.Dial dial, int connections, Duration patience) {
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                threads.execute(new Lane(this, dial, patience));
            }
        }
        nanos = System.nanoTime() - begin;
    }

    byte[] bytes() {
        return Outgoing.of(request, "keep-alive").whole();
    }

    String method() {
        return request.method();
    }

    /// Whether there is one more to be sent.
    boolean next() {
        if (System.nanoTime() - endNanos > 0) {
            stop("had not answered all of them in time");
        }
        return trouble.get() == null && left.getAndDecrement() > 0;
    }

    /// @param why as the end of "the server …"
    void stop(String why) {
        trouble.compareAndSet(null, why);
    }

    @Nullable String trouble() {
        return trouble.get();
    }

    Tally tally() {
        return tally;
    }

    /// How long it took.
    long nanos() {
        return nanos;
    }
}
