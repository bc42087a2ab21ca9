package dev.backwright.tracer.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One part of the state whose things have numbers: calls, scopes, objects, jobs. Remembers what the last step showed.
final class Table {

    private final Map<Integer, Map<String, Object>> now = new LinkedHashMap<>();
    private final Map<Integer, Map<String, Object>> written = new HashMap<>();
    private final Set<Integer> touched = new LinkedHashSet<>();

    void show(int number, Map<String, Object> thing) {
        now.put(number, thing);
        touched.add(number);
    }

    void remove(int number) {
        if (now.remove(number) != null) {
            touched.add(number);
        }
    }

    boolean shows(int number) {
        return now.containsKey(number);
    }

    int size() {
        return now.size();
    }

    List<Integer> numbers() {
        return List.copyOf(now.keySet());
    }

    Map<String, @Nullable Object> takeChanges() {
        var changes = new LinkedHashMap<String, @Nullable Object>();
        for (int number : touched) {
            change(changes, number, written.get(number), now.get(number));
        }
        touched.clear();
        return changes;
    }

    private void change(
            Map<String, @Nullable Object> changes,
            int number,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        var name = Integer.toString(number);
        if (after == null) {
            if (written.remove(number) != null) {
                changes.put(name, null);
            }
            return;
        }
        written.put(number, after);
        if (before == null) {
            changes.put(name, after);
            return;
        }
        var patch = MergePatch.between(before, after);
        if (!patch.isEmpty()) {
            changes.put(name, patch);
        }
    }

    Map<String, Object> whole() {
        var all = new LinkedHashMap<String, Object>();
        written.forEach((number, thing) -> all.put(Integer.toString(number), thing));
        return all;
    }
}
