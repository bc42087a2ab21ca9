package dev.backwright.services.wire;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// When something last went over a wire, in either direction, on any of its connections.
final class Pulse {

    static final long REST_MILLIS = 300;

    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final BooleanSupplier idle;

    /// @param idle whether the server works on none of the statements it has: it may still wait for a lock
    Pulse(BooleanSupplier idle) {
        this.idle = idle;
    }

    void beat() {
        last.set(System.nanoTime());
    }

    /// How long until the wire may be said to rest; 0 when it does.
    long untilRest() {
        long left = REST_MILLIS - (System.nanoTime() - last.get()) / 1_000_000;
        if (left > 0) {
            return left;
        }
        return idle.getAsBoolean() ? 0 : REST_MILLIS;
    }
}
