package dev.backwright.sandbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for something to become true; slow machines only make it slower.
final class Until {

    private Until() {}

    static void holds(BooleanSupplier fact) throws InterruptedException {
        holds(fact, () -> "It did not become true within half a minute.");
    }

    static void holds(BooleanSupplier fact, Supplier<String> message) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
                !fact.getAsBoolean(); ) {
            if (System.nanoTime() > end) {
                throw new AssertionError(message.get());
            }
            Thread.sleep(5);
        }
    }
}
