package dev.backwright.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Ctrl-C, or a request to end: who works hears of it and gets the time to tell what is done.
final class Ending implements BooleanSupplier, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Thread hook;
    private volatile boolean wanted;

    private Ending(Thread worker) {
        this.hook = new Thread(() -> begin(worker), "ending");
    }

    /// @param worker is waited for before the process ends
    static Ending of(Thread worker) {
        var ending = new Ending(worker);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    private void begin(Thread worker) {
        wanted = true;
        try {
            worker.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return wanted;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // it waits for us
        }
    }
}
