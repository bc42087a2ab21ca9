package dev.backwright.judge.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Keeps things ready that take long to make; each is handed out once. Safe for many threads.
///
/// ```java
/// pool.expect(recipe, 6);                // from now on six are kept ready
/// try (var work = pool.work()) {         // meanwhile only what is wanted next is made
///     var thing = pool.take(recipe);     // a ready one, or made now
/// }
/// ```
///
/// It is filled by one thread of its own, in idle time: a moment after work has ended, for that moment belongs to whoever reads
/// the result. While somebody works only what has nothing ready at all is made.
/// What was expected longest ago makes room for what is expected now.
public final class Pool implements AutoCloseable {

    private static final long REST_MILLIS = 300;

    private final int most;
    private final SequencedMap<Recipe<?>, Shelf> shelves = new LinkedHashMap<>();
    private int working;
    private long idleSince;
    private boolean closed;

    /// @param most how many things are kept ready at most; 0 for none
    Pool(int most) {
        this.most = most;
        if (most > 0) {
            Thread.ofPlatform().daemon().name("judge-pool").start(this::fill);
        }
    }

    private static final class Shelf {
        final Deque<AutoCloseable> ready = new ArrayDeque<>();
        int wanted;
        boolean broken;
    }

    /// A ready one; where there is none, it is made on the caller's thread.
    <T extends AutoCloseable> T take(Recipe<T> recipe) {
        T ready = poll(recipe);
        return ready == null ? recipe.make() : ready;
    }

    /// A ready one, if there is any.
    <T extends AutoCloseable> @Nullable T poll(Recipe<T> recipe) {
        for (T ready = next(recipe); ready != null; ready = next(recipe)) {
            if (recipe.isGood(ready)) {
                return ready;
            }
            Clearing.ended(ready);
        }
        return null;
    }

    @SuppressWarnings("unchecked") // a shelf holds what its recipe has made
    private synchronized <T extends AutoCloseable> @Nullable T next(Recipe<T> recipe) {
        Shelf shelf = shelves.get(recipe);
        notifyAll();
        return shelf == null ? null : (T) shelf.ready.poll();
    }

    synchronized int ready() {
        return shelves.values().stream().mapToInt(shelf -> shelf.ready.size()).sum();
    }

    /// From now on this many are kept ready, as far as there is room.
    synchronized void expect(Recipe<?> recipe, int count) {
        Shelf shelf = shelves.remove(recipe);
        Shelf latest = shelf == null ? new Shelf() : shelf;
        latest.wanted = Math.min(count, most);
        latest.broken = false;
        shelves.put(recipe, latest);
        notifyAll();
    }

    /// Work begins that must not be slowed down; it ends with closing.
    synchronized Work work() {
        working++;
        return this::rest;
    }

    private synchronized void rest() {
        working--;
        idleSince = System.nanoTime();
        notifyAll();
    }

    /// To be closed when the work is done.
    @FunctionalInterface
    public interface Work extends AutoCloseable {
        @Override
        void close();
    }

    private void fill() {
        try {
            for (Recipe<?> next = next(); next != null; next = next()) {
                make(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for something to be made; null when the pool is closed.
    private synchronized @Nullable Recipe<?> next() throws InterruptedException {
        while (!closed) {
            long resting = working == 0 ? restMillis() : 0;
            Recipe<?> lacking = resting > 0 ? null : lacking();
            if (lacking != null) {
                return lacking;
            }
            wait(resting); // 0 until it is told
        }
        return null;
    }

    /// How long nothing is to be made yet.
    private long restMillis() {
        long since = (System.nanoTime() - idleSince) / 1_000_000;
        return idleSince == 0 ? 0 : Math.max(0, REST_MILLIS - since);
    }

    /// Of those expected last, the first that lacks something; what lies beyond the room is put away.
    private @Nullable Recipe<?> lacking() {
        int room = most;
        Recipe<?> lacking = null;
        for (var each : shelves.sequencedEntrySet().reversed()) {
            Shelf shelf = each.getValue();
            int count = Math.min(shelf.wanted, room);
            room -= count;
            while (shelf.ready.size() > count) {
                AutoCloseable old = shelf.ready.poll();
                Thread.ofVirtual().start(() -> Clearing.ended(old));
            }
            boolean due = working == 0 || shelf.ready.isEmpty();
            if (lacking == null && due && !shelf.broken && shelf.ready.size() < count) {
                lacking = each.getKey();
            }
        }
        return lacking;
    }

    /// What cannot be made ahead is left to whoever needs it, and will hear why.
    private void make(Recipe<?> recipe) {
        AutoCloseable made = null;
        try {
            made = recipe.make();
        } catch (RuntimeException e) {
            System.getLogger(Pool.class.getName())
                    .log(System.Logger.Level.DEBUG, "Could not be made ahead", e);
        }
        if (!put(recipe, made) && made != null) {
            Clearing.ended(made);
        }
    }

    private synchronized boolean put(Recipe<?> recipe, @Nullable AutoCloseable made) {
        Shelf shelf = shelves.get(recipe);
        if (closed || shelf == null) {
            return false;
        }
        if (made == null) {
            shelf.broken = true;
            return true;
        }
        return shelf.ready.add(made);
    }

    @Override
    public void close() {
        Deque<AutoCloseable> all = new ArrayDeque<>();
        synchronized (this) {
            closed = true;
            for (Iterator<Shelf> each = shelves.values().iterator();
                    each.hasNext();
                    each.remove()) {
                all.addAll(each.next().ready);
            }
            notifyAll();
        }
        all.forEach(Clearing::ended);
    }
}
