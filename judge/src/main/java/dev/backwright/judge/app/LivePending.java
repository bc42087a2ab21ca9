package dev.backwright.judge.app;

import dev.backwright.checks.Pending;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Seen;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// A request that was sent.
///
/// @param coming what comes of it, good or bad
/// @param heard makes a reply of it, for whoever asked
record LivePending(CompletableFuture<Exchange> coming, Function<Exchange, Reply> heard)
        implements Pending {

    @Override
    public Reply reply() {
        return heard.apply(coming.join());
    }

    @Override
    public Seen answered() {
        boolean answered = coming.isDone() && coming.join().answer() != null;
        return Sighting.of("whether the request is answered", answered, Failing.PLAIN);
    }
}
