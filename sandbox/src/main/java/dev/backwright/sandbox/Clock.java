package dev.backwright.sandbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Ends runs that take too long, on the clock or on the processor. One thread for all runs.
final class Clock implements AutoCloseable {

    private static final long TICK = 50;

    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-clock").factory());

    /// @param end called at most a few times, on a thread of its own, with the limit that was passed
    Watch watch(Cage cage, Limits limits, Consumer<Outcome> end) {
        var wall =
                ticks.schedule(
                        () -> apart(() -> end.accept(new Outcome.TimedOut(limits.wall()))),
                        limits.wall().toMillis(),
                        TimeUnit.MILLISECONDS);
        var cpu =
                ticks.scheduleWithFixedDelay(
                        () -> look(cage, limits.cpu(), end), TICK, TICK, TimeUnit.MILLISECONDS);
        return new Watch(wall, cpu);
    }

    private static void look(Cage cage, Duration limit, Consumer<Outcome> end) {
        if (cage.cpu().compareTo(limit) >= 0) {
            apart(() -> end.accept(new Outcome.OutOfTime(limit)));
        }
    }

    private static void apart(Runnable work) {
        Thread.ofVirtual().start(work);
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }

    record Watch(ScheduledFuture<?> wall, ScheduledFuture<?> cpu) {
        void close() {
            wall.cancel(false);
            cpu.cancel(false);
        }
    }
}
