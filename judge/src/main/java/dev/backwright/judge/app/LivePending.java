package dev.backwright.judge.app;

import dev.backwright.checks.Pending;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// A request under way on a thread of its own.
///
/// @param coming failed with an [Unmet] where none came
record LivePending(CompletableFuture<Reply> coming) implements Pending {

    static LivePending of(Supplier<Reply> request) {
        return new LivePending(CompletableFuture.supplyAsync(request, Thread.ofVirtual()::start));
    }

    @Override
    public Reply reply() {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unmet unmet) {
                throw unmet;
            }
            throw e;
        }
    }

    @Override
    public Seen answered() {
        return Sighting.of("whether the request is answered", coming.isDone(), Failing.PLAIN);
    }
}
