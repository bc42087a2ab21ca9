package dev.backwright.services.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What is to happen to statements on one wire.
final class Disturbances {

    private final Pulse pulse;
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private final List<Cut> before = new ArrayList<>();
    private final List<Cut> after = new ArrayList<>();
    private volatile boolean refusing;

    Disturbances(Pulse pulse) {
        this.pulse = pulse;
    }

    /// Something went over the wire.
    void beat() {
        pulse.beat();
    }

    Hold hold(String pattern) {
        var hold = new Hold(new StatementPattern(pattern), pulse);
        holds.add(hold);
        return hold;
    }

    synchronized void cutBefore(String pattern, int nth) {
        before.add(new Cut(pattern, nth));
    }

    synchronized void cutAfter(String pattern, int nth) {
        after.add(new Cut(pattern, nth));
    }

    void refuse() {
        refusing = true;
    }

    boolean refusing() {
        return refusing;
    }

    synchronized void mend() {
        refusing = false;
        before.clear();
        after.clear();
        holds.forEach(Hold::release);
        holds.clear();
    }

    /// Whether one of these has to wait.
    boolean hold(List<SeenEntry> entries) {
        return entries.stream()
                .anyMatch(entry -> holds.stream().anyMatch(hold -> hold.holds(entry)));
    }

    /// Waits at each barrier that holds one of these.
    void pass(int connection, List<SeenEntry> entries) throws InterruptedException {
        for (Hold hold : holds) {
            var held = entries.stream().filter(hold::holds).findFirst();
            if (held.isPresent()) {
                long since = System.nanoTime();
                if (hold.pass(connection, held.get())) {
                    long nanos = System.nanoTime() - since;
                    entries.forEach(entry -> entry.held(nanos));
                }
            }
        }
    }

    /// The one of these to be cut before; that cut is then used up.
    synchronized @Nullable SeenEntry takeBefore(List<SeenEntry> entries) {
        return take(before, entries);
    }

    /// The one of these to be cut after; that cut is then used up.
    synchronized @Nullable SeenEntry takeAfter(List<SeenEntry> entries) {
        return take(after, entries);
    }

    /// Every cut counts every statement; the first to be due is used up.
    private static @Nullable SeenEntry take(List<Cut> cuts, List<SeenEntry> entries) {
        for (SeenEntry entry : entries) {
            List<Cut> due = cuts.stream().filter(cut -> cut.isDue(entry.text())).toList();
            if (!due.isEmpty()) {
                cuts.remove(due.getFirst());
                return entry;
            }
        }
        return null;
    }

    /// A cut at the nth matching statement from now.
    private static final class Cut {
        private final StatementPattern pattern;
        private int left;

        Cut(String pattern, int nth) {
            if (nth < 1) {
                throw new IllegalArgumentException("statements are counted from 1, not " + nth);
            }
            this.pattern = new StatementPattern(pattern);
            this.left = nth;
        }

        boolean isDue(String text) {
            return pattern.matches(text) && --left <= 0;
        }
    }
}
