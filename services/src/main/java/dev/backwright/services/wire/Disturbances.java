package dev.backwright.services.wire;

import dev.backwright.services.wire.Fall.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What is to happen to statements on one wire.
final class Disturbances {

    private final Pulse pulse;
    private final Bandwidth bandwidth;
    private final List<Pause> pauses = new CopyOnWriteArrayList<>();
    private final List<Fall> falls = new ArrayList<>();
    private volatile boolean refusing;

    Disturbances(Pulse pulse) {
        this.pulse = pulse;
        this.bandwidth = new Bandwidth(pulse);
    }

    /// Something went over the wire.
    void beat() {
        pulse.beat();
    }

    Bandwidth bandwidth() {
        return bandwidth;
    }

    Hold hold(String pattern) {
        var hold = new Hold(new StatementPattern(pattern), pulse);
        pauses.add(hold);
        return hold;
    }

    void delay(String pattern, long millis) {
        pauses.add(new Delay(new StatementPattern(pattern), millis, pulse));
    }

    synchronized void cut(String pattern, int nth, Ending ending) {
        falls.add(new Cut(new StatementPattern(pattern), nth, ending));
    }

    synchronized void reset(String pattern) {
        falls.add(new Reset(new StatementPattern(pattern)));
    }

    synchronized void halfOpen(String pattern) {
        falls.add(new HalfOpen(new StatementPattern(pattern)));
    }

    void refuse() {
        refusing = true;
    }

    boolean refusing() {
        return refusing;
    }

    synchronized void mend() {
        refusing = false;
        falls.clear();
        pauses.forEach(Pause::release);
        pauses.clear();
        bandwidth.lift();
    }

    /// Whether one of these has to wait.
    boolean hold(List<SeenEntry> entries) {
        return entries.stream()
                .anyMatch(entry -> pauses.stream().anyMatch(pause -> pause.holds(entry)));
    }

    /// Waits as long as one of these has to.
    void pass(int connection, List<SeenEntry> entries) throws InterruptedException {
        for (Pause pause : pauses) {
            var held = entries.stream().filter(pause::holds).findFirst();
            if (held.isPresent()) {
                long since = System.nanoTime();
                if (pause.pass(connection, held.get())) {
                    long nanos = System.nanoTime() - since;
                    entries.forEach(entry -> entry.held(nanos));
                }
            }
        }
    }

    /// A statement that is a connection's last.
    record Last(SeenEntry statement, Ending ending) {}

    /// The first of these that is a connection's last, if any. Every fall counts every statement; of those that are due
    /// the first is used up.
    synchronized @Nullable Last last(List<SeenEntry> entries) {
        for (SeenEntry entry : entries) {
            List<Fall> due = falls.stream().filter(fall -> fall.isDue(entry)).toList();
            if (!due.isEmpty()) {
                Fall first = due.getFirst();
                if (first.once()) {
                    falls.remove(first);
                }
                return new Last(entry, first.ending());
            }
        }
        return null;
    }
}
