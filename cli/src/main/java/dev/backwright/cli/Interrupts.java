package dev.backwright.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/// What happens at Ctrl-C: what was started is ended, and nothing is said about what breaks meanwhile.
final class Interrupts {

    private final AtomicBoolean happened = new AtomicBoolean();

    /// Closes the thing when the process is told to end before the guard is closed.
    Guard closing(Runnable close) {
        var hook =
                new Thread(
                        () -> {
                            happened.set(true);
                            close.run();
                        },
                        "at-the-end");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Guard(hook);
    }

    boolean happened() {
        return happened.get();
    }

    /// As long as it is open, an interruption ends what it guards.
    record Guard(Thread hook) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                // the hook does the closing
            }
        }
    }
}
