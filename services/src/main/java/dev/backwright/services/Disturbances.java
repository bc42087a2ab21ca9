package dev.backwright.services;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What is to happen to statements on one wire.
final class Disturbances {

    private final Pulse pulse;
    private final List<PostgresHold> holds = new CopyOnWriteArrayList<>();
    private final List<StatementPattern> before = new ArrayList<>();
    private final List<StatementPattern> after = new ArrayList<>();
    private volatile boolean refusing;

    Disturbances(Pulse pulse) {
        this.pulse = pulse;
    }

    PostgresHold hold(String pattern) {
        var hold = new PostgresHold(new StatementPattern(pattern), pulse);
        holds.add(hold);
        return hold;
    }

    synchronized void cutBefore(String pattern) {
        before.add(new StatementPattern(pattern));
    }

    synchronized void cutAfter(String pattern) {
        after.add(new StatementPattern(pattern));
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
        holds.forEach(PostgresHold::release);
        holds.clear();
    }

    /// Whether one of these has to wait.
    boolean hold(List<SeenEntry> entries) {
        return entries.stream()
                .anyMatch(entry -> holds.stream().anyMatch(hold -> hold.holds(entry)));
    }

    /// Waits at each barrier that holds one of these.
    void pass(int connection, List<SeenEntry> entries) throws InterruptedException {
        for (PostgresHold hold : holds) {
            var held = entries.stream().filter(hold::holds).findFirst();
            if (held.isPresent()) {
                hold.pass(connection, held.get());
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

    private static @Nullable SeenEntry take(
            List<StatementPattern> patterns, List<SeenEntry> entries) {
        for (SeenEntry entry : entries) {
            var match =
                    patterns.stream().filter(pattern -> pattern.matches(entry.text())).findFirst();
            if (match.isPresent()) {
                patterns.remove(match.get());
                return entry;
            }
        }
        return null;
    }
}
