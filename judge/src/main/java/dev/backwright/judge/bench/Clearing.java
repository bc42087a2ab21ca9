package dev.backwright.judge.bench;

import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Ends what a check has left behind while the next one already runs: a verdict need not wait for that. Safe for many
/// threads.
final class Clearing implements AutoCloseable {

    private static final int MOST_AT_ONCE = 32;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    /// Ends it soon; at once and before this returns where too much is being ended already.
    void end(AutoCloseable thing) {
        if (!room.tryAcquire()) {
            ended(thing);
            return;
        }
        threads.execute(() -> {
            try {
                ended(thing);
            } finally {
                room.release();
            }
        });
    }

    /// Ends it. Where that fails nobody's verdict changes, but it is a fault of ours that has to be known.
    static void ended(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            System.getLogger(Clearing.class.getName())
                    .log(Level.WARNING, "What a check has left behind could not be ended", e);
        }
    }

    /// Waits until everything has ended.
    @Override
    public void close() {
        threads.close();
    }
}
