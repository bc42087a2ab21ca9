package dev.backwright.judge;

import dev.backwright.checks.Check;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The checks that have not begun, in order. One that needs others comes out when those are done. Safe for many threads.
final class CheckQueue {

    private final List<Planned> waiting;
    private final Set<String> ahead = new HashSet<>();

    CheckQueue(List<Planned> checks) {
        this.waiting = new ArrayList<>(checks);
        checks.forEach(check -> ahead.add(check.id()));
    }

    /// A check to be run.
    record Planned(Check check, Method method) {

        String id() {
            return check.id();
        }
    }

    int size() {
        return waiting.size();
    }

    /// Waits for one that may run; null when none is left.
    synchronized @Nullable Planned next() throws InterruptedException {
        while (!waiting.isEmpty()) {
            for (int i = 0; i < waiting.size(); i++) {
                if (mayRun(i)) {
                    return waiting.remove(i);
                }
            }
            wait();
        }
        return null;
    }

    /// A need that comes later in the order, or nowhere, is not waited for: the check itself says so.
    private boolean mayRun(int place) {
        List<String> later =
                waiting.subList(place, waiting.size()).stream().map(Planned::id).toList();
        return Arrays.stream(waiting.get(place).check().needs())
                .noneMatch(need -> ahead.contains(need) && !later.contains(need));
    }

    synchronized void done(Planned check) {
        ahead.remove(check.id());
        notifyAll();
    }
}
