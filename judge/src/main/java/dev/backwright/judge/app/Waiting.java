package dev.backwright.judge.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what nobody tells of.
final class Waiting {

    private static final long STEP_MILLIS = 5;

    private Waiting() {}

    /// @return whether it held in time
    static boolean until(Duration atMost, BooleanSupplier holds) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            pause(STEP_MILLIS);
        }
        return true;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the server", e);
        }
    }
}
