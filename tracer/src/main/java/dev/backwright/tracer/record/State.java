package dev.backwright.tracer.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that is true at a moment, and what of it has changed since the step before.
final class State {

    final Table calls = new Table();
    final Table scopes = new Table();
    final Table objects = new Table();
    final Table jobs = new Table();
    private final Map<String, Object> now = new LinkedHashMap<>();
    private Map<String, Object> written = Map.of();

    /// Says it from the next step on.
    void set(String name, Object value) {
        now.put(name, value);
    }

    void unset(String name) {
        now.remove(name);
    }

    boolean isFirst() {
        return written.isEmpty();
    }

    /// The next step: all of it at first, then only what has changed.
    Map<String, @Nullable Object> takeStep() {
        boolean first = isFirst();
        var step = MergePatch.between(written, now);
        written = new LinkedHashMap<>(now);
        take(step, "calls", calls, first);
        take(step, "scopes", scopes, first);
        take(step, "objects", objects, first);
        take(step, "jobs", jobs, first);
        return step;
    }

    private static void take(
            Map<String, @Nullable Object> step, String name, Table table, boolean always) {
        var changes = table.takeChanges();
        if (always || !changes.isEmpty()) {
            step.put(name, changes);
        }
    }

    /// The whole state as the last step left it.
    Map<String, Object> whole() {
        var all = new LinkedHashMap<String, Object>(written);
        all.put("calls", calls.whole());
        all.put("scopes", scopes.whole());
        all.put("objects", objects.whole());
        all.put("jobs", jobs.whole());
        return all;
    }
}
