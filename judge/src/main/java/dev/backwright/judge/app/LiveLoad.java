package dev.backwright.judge.app;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Load;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Loads that take turns in rounds.
record LiveLoad(LearnersApp app, int connections, int requests) implements Load {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ALL = Duration.ofSeconds(20);
    private static final int ROUNDS = 5;

    LiveLoad {
        requireWithin("connections", connections, 1, 100);
        requireWithin("requests", requests, 10, 5_000);
    }

    private static void requireWithin(String what, int seen, int least, int most) {
        if (seen < least || seen > most) {
            throw new IllegalArgumentException(
                    "a load has %,d to %,d %s, got %,d".formatted(least, most, what, seen));
        }
    }

    @Override
    public Load connections(int n) {
        return new LiveLoad(app, n, requests);
    }

    @Override
    public Load requests(int n) {
        return new LiveLoad(app, connections, n);
    }

    @Override
    public List<Loaded> sideBySide(Request... all) {
        List<LiveLoaded> loads =
                IntStream.range(0, all.length)
                        .mapToObj(i -> new LiveLoaded(all[i], new CopyOnWriteArrayList<>()))
                        .toList();
        app.noted(() -> evidence(loads));
        long end = System.nanoTime() + ALL.toNanos() * all.length;
        for (int round = 0; round < ROUNDS; round++) {
            int times = requests * (round + 1) / ROUNDS - requests * round / ROUNDS;
            for (LiveLoaded load : loads) {
                fire(load, new Salvo(load.request(), times, end));
                requireAll(load, times);
            }
        }
        return List.copyOf(loads);
    }

    private void fire(LiveLoaded load, Salvo salvo) {
        load.rounds().add(salvo);
        app.untilClosed(() -> salvo.stop("was ended"));
        salvo.fire(app::link, connections, PATIENCE);
        @Nullable String trouble = salvo.trouble();
        if (trouble != null) {
            throw new Unmet(
                    "%s under load: expected %d answers; after %d of them the server %s"
                            .formatted(
                                    load.name(), requests, load.count(), app.explained(trouble)));
        }
    }

    private static void requireAll(LiveLoaded load, int times) {
        int count = load.rounds().getLast().tally().count();
        if (count != times) {
            throw new IllegalStateException(
                    "%d of %d requests of a load were answered, and nothing went wrong"
                            .formatted(count, times));
        }
    }

    private Evidence evidence(List<LiveLoaded> loads) {
        return new Evidence.Rows(
                "Load: %d connections, %d of each request in %d rounds"
                        .formatted(connections, requests, ROUNDS),
                LiveLoaded.COLUMNS,
                null,
                loads.stream().map(LiveLoaded::cells).toList());
    }
}
