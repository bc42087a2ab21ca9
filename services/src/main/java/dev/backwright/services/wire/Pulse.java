package dev.backwright.services.wire;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// When something last went over a wire, in either direction, on any of its connections.
final class Pulse {

    static final long REST_MILLIS = 300;

    /// The same where nobody is missing: whoever is waited for is known to wait himself.
    static final long STUCK_MILLIS = 60;

    private final LongSupplier clock;
    private final AtomicLong last;
    private final AtomicInteger underWay = new AtomicInteger();
    private final BooleanSupplier idle;
    private final LongSupplier locked;

    /// @param idle whether the server works on none of the statements it has: it may still wait for a lock
    /// @param locked on how many connections a statement waits for a lock
    Pulse(BooleanSupplier idle, LongSupplier locked) {
        this(idle, locked, System::nanoTime);
    }

    /// @param clock nanoseconds since some moment
    Pulse(BooleanSupplier idle, LongSupplier locked, LongSupplier clock) {
        this.idle = idle;
        this.locked = locked;
        this.clock = clock;
        this.last = new AtomicLong(clock.getAsLong());
    }

    void beat() {
        last.set(clock.getAsLong());
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

    /// How long until the wire may be said to rest, or should be looked at again; 0 when it rests.
    ///
    /// @param missing how many connections are waited for: if as many wait for a lock, none of them will come
    long untilRest(long missing) {
        long left = left(STUCK_MILLIS);
        if (left > 0) {
            return left;
        }
        if (locked.getAsLong() >= missing && atRest()) {
            return Math.max(0, left(STUCK_MILLIS)); // nobody has moved while we asked
        }
        left = left(REST_MILLIS);
        if (left > 0) {
            return Math.min(left, STUCK_MILLIS);
        }
        return atRest() ? Math.max(0, left(REST_MILLIS)) : REST_MILLIS;
    }

    private boolean atRest() {
        return underWay.get() == 0 && idle.getAsBoolean();
    }

    private long left(long rest) {
        return rest - (clock.getAsLong() - last.get()) / 1_000_000;
    }
}
