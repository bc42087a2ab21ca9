package dev.backwright.services.wire;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// When something last went over a wire, in either direction, on any of its connections.
final class Pulse {

    static final long REST_MILLIS = 300;

    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final AtomicInteger underWay = new AtomicInteger();
    private final BooleanSupplier idle;

    /// @param idle whether the server works on none of the statements it has: it may still wait for a lock
    Pulse(BooleanSupplier idle) {
        this.idle = idle;
    }

    void beat() {
        last.set(System.nanoTime());
    }

    /// Until it is closed the wire does not rest: something of ours is on its way by itself.
    Busy busy() {
        underWay.incrementAndGet();
        return () -> {
            beat();
            underWay.decrementAndGet();
        };
    }

    @FunctionalInterface
    interface Busy extends AutoCloseable {
        @Override
        void close();
    }

    /// How long until the wire may be said to rest; 0 when it does.
    long untilRest() {
        long left = left();
        if (left > 0) {
            return left;
        }
        boolean atRest = underWay.get() == 0 && idle.getAsBoolean();
        return atRest ? Math.max(0, left()) : REST_MILLIS;
    }

    private long left() {
        return REST_MILLIS - (System.nanoTime() - last.get()) / 1_000_000;
    }
}
