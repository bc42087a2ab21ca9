package dev.backwright.judge.app;

import dev.backwright.checks.Load.Loaded;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What came of a request's salvos, one in each round.
///
/// @param rounds grows while it goes on
record LiveLoaded(Request request, List<Salvo> rounds) implements Loaded {

    static final List<String> COLUMNS =
            List.of("request", "answers", "p50 ms", "p95 ms", "p99 ms", "a second");

    String name() {
        return request.method() + " " + request.target();
    }

    int count() {
        return rounds.stream().mapToInt(round -> round.tally().count()).sum();
    }

    private String statuses() {
        var all = new Tally();
        rounds.forEach(round -> all.add(round.tally()));
        return all.statuses();
    }

    @Override
    public Loaded allStatus(int... anyOf) {
        int such = Arrays.stream(anyOf).map(this::answers).sum();
        if (such != count()) {
            List<Integer> wanted = Arrays.stream(anyOf).boxed().toList();
            throw new Unmet(
                    "%s under load: expected status %s each time; seen %s"
                            .formatted(name(), Rendering.anyOf(wanted), statuses()));
        }
        return this;
    }

    private int answers(int status) {
        return rounds.stream().mapToInt(round -> round.tally().count(status)).sum();
    }

    @Override
    public Seen count(int status) {
        return Sighting.of(
                "%s under load: answers with status %d".formatted(name(), status),
                (long) answers(status),
                Failing.PLAIN);
    }

    @Override
    public Seen slowdown(int percentile, Loaded baseline) {
        if (percentile < 1 || percentile > 99) {
            throw new IllegalArgumentException("a percentile is 1 to 99, got " + percentile);
        }
        LiveLoaded base = (LiveLoaded) baseline;
        return ratio(
                "p%d as a multiple of that of %s".formatted(percentile, base.name()),
                millis(percentile) / Math.max(1e-6, base.millis(percentile)));
    }

    @Override
    public Seen throughput(Loaded baseline) {
        LiveLoaded base = (LiveLoaded) baseline;
        return ratio(
                "answers a second as a multiple of those of " + base.name(),
                perSecond() / Math.max(1e-6, base.perSecond()));
    }

    private Seen ratio(String what, double ratio) {
        return Sighting.of(
                "%s under load: %s".formatted(name(), what),
                Math.round(ratio * 100) / 100.0,
                Failing.PLAIN);
    }

    /// The median of the rounds: one that was disturbed does not count.
    private double millis(int percentile) {
        double[] sorted =
                rounds.stream().mapToDouble(it -> it.tally().millis(percentile)).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private double perSecond() {
        double[] sorted = rounds.stream().mapToDouble(LiveLoaded::perSecond).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double perSecond(Salvo round) {
        return round.tally().count() * 1e9 / Math.max(1, round.nanos());
    }

    List<String> cells() {
        return List.of(
                name(),
                statuses(),
                decimal(millis(50)),
                decimal(millis(95)),
                decimal(millis(99)),
                String.valueOf(Math.round(perSecond())));
    }

    private static String decimal(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }
}
