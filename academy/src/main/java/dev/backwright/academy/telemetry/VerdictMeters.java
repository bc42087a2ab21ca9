package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.QueueLook;
import dev.backwright.academy.submissions.QueueLook.Judged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Counts verdicts since this academy started, whoever judged them. Judges that work apart tell the database alone, so it is asked
/// there; several academies on one database each count all.
@Component
@ForMany
final class VerdictMeters {

    static final List<String> VERDICTS = List.of("passed", "failed", "unjudged");
    static final List<String> PHASES = List.of("queued", "prepared", "booted", "checked");

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5)
    };

    /// What is written a moment before another may be seen a moment after it.
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final QueueLook queue;
    private final MeterRegistry registry;
    private final Traces traces;
    private final Counter faults;
    private final Timer whole;
    private final Map<UUID, Instant> counted = new HashMap<>();
    private final Instant started;
    private Instant latest;

    VerdictMeters(QueueLook queue, MeterRegistry registry, Clock clock, Traces traces) {
        this.queue = queue;
        this.registry = registry;
        this.traces = traces;
        this.started = clock.instant();
        this.latest = started;
        this.faults =
                Counter.builder("backwright.faults")
                        .description("How often judging came to nothing by our fault")
                        .register(registry);
        VERDICTS.forEach(this::verdicts);
        PHASES.forEach(this::phase);
        this.whole =
                Timer.builder("backwright.verdict")
                        .description("From handed in to written")
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry);
    }

    /// Counts what was judged since the last time.
    ///
    /// @throws org.springframework.dao.DataAccessException while the database is away
    synchronized void look() {
        for (var judged : queue.judgedSince(later(started, latest.minus(OVERLAP)))) {
            if (!judged.at().equals(counted.put(judged.submission(), judged.at()))) {
                count(judged);
            }
            latest = later(latest, judged.at());
        }
        var forgotten = latest.minus(OVERLAP);
        counted.values().removeIf(at -> at.isBefore(forgotten));
    }

    private void count(Judged judged) {
        traces.judged(judged);
        verdicts(judged.verdict()).increment();
        faults.increment(judged.unjudged());
        judged.phases()
                .forEach((name, millis) -> {
                    if (PHASES.contains(name)) {
                        phase(name).record(millis(millis));
                    }
                });
        whole.record(millis(judged.phases().values().stream().mapToDouble(it -> it).sum()));
    }

    private Counter verdicts(String verdict) {
        return Counter.builder("backwright.verdicts")
                .description("Verdicts written since this academy started")
                .tag("verdict", verdict)
                .register(registry);
    }

    private Timer phase(String name) {
        return Timer.builder("backwright.verdict.phase")
                .description("How long each phase of a verdict took")
                .tag("phase", name)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos((long) (millis * 1e6));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
