package dev.backwright.bench.chaos;

import dev.backwright.judge.Labs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// `bench/measure.sh chaos N`: N submissions, and every kind of victim killed by `kill -9` in turn, again and again.
public final class Chaos {

    private static final Duration TO_BE_FOUND = Duration.ofSeconds(20);

    private static final List<Victim> VICTIMS = List.of(Victim.values());

    private final Place place;
    private final PrintStream out;
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);

    private Chaos(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    /// @param count of submissions
    /// @param kills how many are killed, in turn
    /// @return whether all came out as it should
    public static boolean run(
            Path checkout, Path academy, Path area, int count, int kills, PrintStream out)
            throws IOException, InterruptedException {
        var place = Place.in(checkout, academy, area);
        boolean well = new Chaos(place, out).run(count, kills);
        if (well) {
            place.delete();
        } else {
            out.println("  what they said: " + place.home() + "/*.log");
        }
        return well;
    }

    private boolean run(int count, int kills) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var cast = new Cast(place, 1);
        Flow.Count became;
        try (cast) {
            cast.complete();
            var flow = new Flow(Academy.at(place.home()), Labs.load(place.course()).all(), count);
            var streaming = Thread.ofPlatform().name("stream").start(() -> stream(flow));
            kill(cast, flow, streaming, count, kills);
            while (streaming.isAlive()) {
                cast.complete();
                streaming.join(500);
            }
            became = flow.count();
        }
        var left = new Leftovers(place, cast.pids()).find();
        return tell(count, became, left, (System.nanoTime() - begin) / 1e9);
    }

    private static void stream(Flow flow) {
        try {
            flow.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The kills are spread evenly over the stream; after each, whoever is dead is started again.
    private void kill(Cast cast, Flow flow, Thread streaming, int count, int kills)
            throws IOException, InterruptedException {
        for (int kill = 0; kill < kills && streaming.isAlive(); kill++) {
            int after = 1 + kill * Math.max(1, count - 2) / kills;
            while (flow.done() < after && streaming.isAlive()) {
                cast.complete();
                Thread.sleep(100);
            }
            kill(VICTIMS.get(kill % VICTIMS.size()), cast, streaming);
        }
    }

    private void kill(Victim victim, Cast cast, Thread streaming)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TO_BE_FOUND.toNanos();
        while (System.nanoTime() < end && streaming.isAlive()) {
            var found = victim.find(cast);
            if (found.isPresent() && found.get().destroyForcibly()) {
                killed.merge(victim, 1, Integer::sum);
                out.println("killed " + victim.words());
                return;
            }
            cast.complete();
            Thread.sleep(20);
        }
    }

    private boolean tell(int count, Flow.Count became, List<String> left, double seconds) {
        out.printf("chaos: %d submissions in %.0f s%n", count, seconds);
        for (Victim victim : VICTIMS) {
            out.printf(
                    "  killed %-26s %3d times%n", victim.words(), killed.getOrDefault(victim, 0));
        }
        out.printf(
                "  passed %d, failed %d, unjudged %d; tried again %d times; lost %d, doubled %d%n",
                became.passed,
                became.failed,
                became.unjudged,
                became.again,
                became.lost,
                became.doubled);
        left.forEach(it -> out.println("  left behind: " + it));
        boolean all = killed.size() == VICTIMS.size();
        if (!all) {
            out.println("  not every kind of victim was found");
        }
        // only who kills the learner's own program makes it fail: nobody can tell that from its own
        // death
        boolean fair = became.failed <= killed.getOrDefault(Victim.NODE, 0);
        if (!fair) {
            out.println(
                    "  more failed than learners' programs were killed: a fault of ours was the learner's");
        }
        return became.lost == 0 && became.doubled == 0 && left.isEmpty() && all && fair;
    }
}
