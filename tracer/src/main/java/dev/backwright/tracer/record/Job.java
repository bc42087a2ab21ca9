package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that waits to be run, as it is shown.
///
/// @param label how to show it in a few characters
/// @param at index into spans: what queued it
/// @param step when
record Job(int number, Waiting what, String label, int at, int step) {

    String queue() {
        return what.queue();
    }

    String kind() {
        return what.kind();
    }

    @Nullable JSDynamicObject call() {
        return what.function();
    }

    @Nullable JSDynamicObject of() {
        return what.of();
    }

    @Nullable Double due() {
        return what.due();
    }

    @Nullable String event() {
        return what.event();
    }

    /// The same one, now that more is known of it.
    Job as(Waiting known) {
        return new Job(number, known, label, at, step);
    }

    Map<String, Object> shown(Values values) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("queue", queue());
        shown.put("kind", kind());
        put(shown, "call", call(), values);
        shown.put("label", label);
        shown.put("at", at);
        shown.put("step", step);
        put(shown, "of", of(), values);
        if (what.due() != null) {
            shown.put("due", Values.number(what.due()));
        }
        if (what.event() != null) {
            shown.put("event", what.event());
        }
        return shown;
    }

    private static void put(
            Map<String, Object> shown,
            String name,
            @Nullable JSDynamicObject object,
            Values values) {
        if (object != null) {
            shown.put(name, values.json(object));
        }
    }
}
