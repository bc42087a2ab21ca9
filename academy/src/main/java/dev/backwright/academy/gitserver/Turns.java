package dev.backwright.academy.gitserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Few pushes are unpacked at once, since that is done in memory, and of one person one.
final class Turns {

    private static final int AT_ONCE = 8;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore all = new Semaphore(AT_ONCE, true);
    private final Cache<Learner, Semaphore> own = Caffeine.newBuilder().weakValues().build();

    /// It lasts until it is closed, which may be done twice.
    static final class Turn implements AutoCloseable {

        private List<Semaphore> held;

        private Turn(List<Semaphore> held) {
            this.held = held;
        }

        @Override
        public void close() {
            held.forEach(Semaphore::release);
            held = List.of();
        }
    }

    /// Waits for it.
    ///
    /// @throws CannotAnswer after half a minute
    Turn take(Learner learner) {
        var mine = own.get(learner, it -> new Semaphore(1, true));
        await(mine);
        try {
            await(all);
        } catch (CannotAnswer e) {
            mine.release();
            throw e;
        }
        return new Turn(List.of(all, mine));
    }

    private static void await(Semaphore semaphore) {
        try {
            if (semaphore.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw CannotAnswer.tooMany("Too many push at once. Push again in a minute.");
    }
}
