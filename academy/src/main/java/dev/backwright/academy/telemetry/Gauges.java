package dev.backwright.academy.telemetry;

import dev.backwright.academy.grading.JudgeRoom;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.Room;
import dev.backwright.academy.telemetry.Watch.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// What can be seen at a moment, as it was when metrics were last asked for. Without a database it is not a number.
@Component
@ForMany
final class Gauges {

    private final Watch watch;
    private volatile @Nullable Standing last;

    Gauges(Watch watch, MeterRegistry registry, Premises premises, JudgeRoom judges) {
        this.watch = watch;
        queue(registry);
        database(registry);
        disk(registry, premises.room());
        Gauge.builder("backwright.sandboxes.ready", judges, JudgeRoom::sandboxes)
                .description(
                        "Sandboxes that stand ready in this process; none where judges work apart")
                .register(registry);
        Gauge.builder("backwright.version", () -> 1)
                .tag("version", Store.ours())
                .description("1, with the version of this academy")
                .register(registry);
    }

    /// @return whether the database answers
    boolean look() {
        try {
            last = watch.standing();
            return true;
        } catch (DataAccessException e) {
            last = null;
            return false;
        }
    }

    private void queue(MeterRegistry registry) {
        gauge("backwright.queue.jobs", it -> it.queue().waiting())
                .tag("state", "waiting")
                .description("Submissions without a verdict: waiting, or running at a judge")
                .register(registry);
        gauge("backwright.queue.jobs", it -> it.queue().running())
                .tag("state", "running")
                .register(registry);
        gauge("backwright.queue.age", it -> it.queue().oldest().toMillis() / 1e3)
                .baseUnit("seconds")
                .description("How long the submission that waits longest has been due")
                .register(registry);
        gauge("backwright.judges", it -> it.judges(true))
                .tag("state", "working")
                .description("Judges seen in the last ten seconds: working, or hindered")
                .register(registry);
        gauge("backwright.judges", it -> it.judges(false))
                .tag("state", "hindered")
                .register(registry);
    }

    private void database(MeterRegistry registry) {
        Gauge.builder("backwright.database.up", this, it -> it.last == null ? 0 : 1)
                .description("1 while the database answers")
                .register(registry);
        gauge("backwright.database.size", Standing::databaseBytes)
                .baseUnit("bytes")
                .description("What the academy's database takes")
                .register(registry);
    }

    private static void disk(MeterRegistry registry, Room room) {
        Gauge.builder("backwright.disk.free", room, Room::left)
                .baseUnit("bytes")
                .strongReference(true)
                .description("What is left on the disk of the home folder")
                .register(registry);
        Gauge.builder("backwright.disk.size", room, Room::whole)
                .baseUnit("bytes")
                .strongReference(true)
                .description("The disk of the home folder")
                .register(registry);
    }

    private Gauge.Builder<Gauges> gauge(String name, ToDoubleFunction<Standing> number) {
        return Gauge.builder(
                name,
                this,
                it -> {
                    Standing standing = it.last;
                    return standing == null ? Double.NaN : number.applyAsDouble(standing);
                });
    }
}
