package dev.backwright.sandbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends what still runs when the JVM ends and nobody has closed it.
///
/// Whoever owns the sandbox may close it in a hook of their own, and all hooks run at once: they get some time, so that
/// what they are about does not break in their hands.
final class AtExit implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 2;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    AtExit(Runnable end) {
        hook = new Thread(() -> endUnlessClosed(end), "sandbox-at-exit");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void endUnlessClosed(Runnable end) {
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                end.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.run();
        }
    }

    /// Nothing is left to end.
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the JVM is ending, and the hook knows now
        }
    }
}
