package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that waits to be run.
///
/// @param label how to show it in a few characters
/// @param at index into spans: what queued it
/// @param step when
/// @param of the promise or emitter it is about
/// @param due virtual milliseconds, of a timer
/// @param event the event's name, of a listener
record Job(
        int number,
        String queue,
        String kind,
        String label,
        @Nullable JSDynamicObject call,
        int at,
        int step,
        @Nullable JSDynamicObject of,
        @Nullable Double due,
        @Nullable String event) {

    Map<String, Object> shown(Values values) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("queue", queue);
        shown.put("kind", kind);
        if (call != null) {
            shown.put("call", values.json(call));
        }
        shown.put("label", label);
        shown.put("at", at);
        shown.put("step", step);
        if (of != null) {
            shown.put("of", values.json(of));
        }
        if (due != null) {
            shown.put("due", Values.number(due));
        }
        if (event != null) {
            shown.put("event", event);
        }
        return shown;
    }
}
