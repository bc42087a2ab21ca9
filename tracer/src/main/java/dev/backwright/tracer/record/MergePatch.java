package dev.backwright.tracer.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What turns one JSON object into another, as RFC 7396 has it.
///
/// ```text
///   { "a": 1, "b": { "c": 2, "d": 3 } }  →  { "a": 1, "b": { "c": 4 } }      patch: { "b": { "c": 4, "d": null } }
/// ```
final class MergePatch {

    private MergePatch() {}

    /// The patch; empty if nothing has changed.
    static Map<String, @Nullable Object> between(
            Map<String, Object> before, Map<String, Object> after) {
        var patch = new LinkedHashMap<String, @Nullable Object>();
        for (var name : before.keySet()) {
            if (!after.containsKey(name)) {
                patch.put(name, null);
            }
        }
        after.forEach((name, value) -> change(patch, name, before.get(name), value));
        return patch;
    }

    private static void change(
            Map<String, @Nullable Object> patch, String name, @Nullable Object old, Object now) {
        if (old instanceof Map<?, ?> inner && now instanceof Map<?, ?> outer) {
            var deeper = between(members(inner), members(outer));
            if (!deeper.isEmpty()) {
                patch.put(name, deeper);
            }
        } else if (!now.equals(old)) {
            patch.put(name, now);
        }
    }

    @SuppressWarnings("unchecked") // every object of a state has names and values
    private static Map<String, Object> members(Map<?, ?> object) {
        return (Map<String, Object>) object;
    }
}
