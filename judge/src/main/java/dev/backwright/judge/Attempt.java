package dev.backwright.judge;

import dev.backwright.checks.Check;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.bench.Turn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/// One check being made: supplied, run within its time, and turned into a result.
final class Attempt implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Sitting sitting;
    private final Turn turn;
    private final long begin = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Throwable trouble;

    Attempt(Sitting sitting, String check) {
        this.sitting = sitting;
        this.turn = sitting.turn(check);
    }

    Turn turn() {
        return turn;
    }

    /// What the check asks for; `null` where it cannot be had, which then ends the check.
    @Nullable Object supply(Class<?> type) {
        if (trouble != null) {
            return null;
        }
        sitting.stopwatch().boots();
        try {
            return Phase.BOOT.within(sitting.pace(), () -> turn.supply(type));
        } catch (RuntimeException | AssertionError e) {
            trouble = e;
            return null;
        } finally {
            sitting.stopwatch().booted();
        }
    }

    CheckResult make(Check check, Invocation<@Nullable Void> invocation) {
        sitting.checking();
        @Nullable Throwable ending = trouble;
        if (ending == null) {
            ending = run(invocation);
        } else {
            invocation.skip();
        }
        double millis = Stopwatch.millis(System.nanoTime() - begin);
        try {
            return new Verdicts(sitting).of(check, turn, ending, millis);
        } finally {
            close();
        }
    }

    /// Runs the check on a thread of its own: a thread of the system, since the talk with a program blocks on pipes. When its time is over, what it may be waiting for is ended.
    private @Nullable Throwable run(Invocation<@Nullable Void> invocation) {
        Duration limit = sitting.bench().limits().wall().plus(sitting.pace().of(GRACE));
        var done = new CompletableFuture<@Nullable Throwable>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("judge-check")
                        .start(() -> done.complete(ending(invocation)));
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return new Verdicts.Overdue(limit);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new JudgeException("the judge was stopped while it checked", e);
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private static @Nullable Throwable ending(Invocation<@Nullable Void> invocation) {
        try {
            invocation.proceed();
            return null;
        } catch (Throwable t) {
            return t;
        }
    }

    /// JUnit too closes what lies in its stores, and waits for it.
    @Override
    public void close() {
        if (!ended.getAndSet(true)) {
            turn.endSoon();
        }
    }
}
