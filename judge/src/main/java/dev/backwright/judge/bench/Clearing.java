package dev.backwright.judge.bench;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Ends what a check has left behind: a verdict need not wait for that. What keeps still is left alone until nobody waits
/// for a verdict any more; the rest is ended while the next check already runs. Safe for many threads.
final class Clearing implements AutoCloseable {

    private static final int MOST_AT_ONCE = 32;

    private final int most;
    private final Deque<AutoCloseable> still = new ArrayDeque<>();
    private int working;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    /// @param most how many things may be left alone at the same time
    Clearing(int most) {
        this.most = most;
    }

    /// Work begins that must not be slowed down; it ends with closing.
    synchronized Pool.Work work() {
        working++;
        return this::rest;
    }

    private void rest() {
        List<AutoCloseable> all;
        synchronized (this) {
            working--;
            all = working == 0 ? List.copyOf(still) : List.of();
            still.removeAll(all);
        }
        all.forEach(this::end);
    }

    /// Ends it when nobody works; sooner where there are too many such things.
    ///
    /// @param thing does nothing until then
    void endLater(AutoCloseable thing) {
        if (!left(thing)) {
            end(thing);
        }
    }

    private synchronized boolean left(AutoCloseable thing) {
        return working > 0 && still.size() < most && still.add(thing);
    }

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
        List<AutoCloseable> all;
        synchronized (this) {
            all = List.copyOf(still);
            still.clear();
        }
        all.forEach(this::end);
        threads.close();
    }
}
