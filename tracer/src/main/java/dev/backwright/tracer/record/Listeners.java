package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The program's listeners of `process` and of the emitters it made.
final class Listeners implements Jobs.Source {

    /// Node's own listeners through which a program waits for an event, and what it has called.
    private static final Map<String, String> PROMISED =
            Map.of("resolver", "events.once", "eventHandler", "events.on");

    private final JSDynamicObject process;
    private final Consumer<Consumer<JSDynamicObject>> emitters;
    private final IdentityHashMap<JSDynamicObject, Map<String, Object>> identities =
            new IdentityHashMap<>();

    /// @param emitters names each object that might be one
    Listeners(JSDynamicObject process, Consumer<Consumer<JSDynamicObject>> emitters) {
        this.process = process;
        this.emitters = emitters;
    }

    static boolean has(JSDynamicObject object) {
        return Peek.at(object, "_events") != null;
    }

    @Override
    public void list(Consumer<Waiting> found) {
        of(process, found);
        emitters.accept(emitter -> of(emitter, found));
    }

    private void of(JSDynamicObject emitter, Consumer<Waiting> found) {
        var events = Peek.object(emitter, "_events");
        if (events == null) {
            return;
        }
        for (var key : JSObject.ownPropertyKeys(events)) {
            var event =
                    key instanceof Symbol symbol ? symbol.toString() : JSRuntime.toJavaString(key);
            var handlers = Intrinsics.ownData(events, key);
            if (handlers instanceof JSArrayObject list) {
                for (int i = 0; Peek.item(list, i) instanceof JSFunctionObject handler; i++) {
                    listener(emitter, event, handler, found);
                }
            } else if (handlers instanceof JSFunctionObject handler) {
                listener(emitter, event, handler, found);
            }
        }
    }

    /// `once` wraps a listener and keeps it as a property.
    private void listener(
            JSDynamicObject emitter,
            String event,
            JSFunctionObject handler,
            Consumer<Waiting> found) {
        var function =
                Peek.object(handler, "listener") instanceof JSFunctionObject inner
                        ? inner
                        : handler;
        var promised = PROMISED.getOrDefault(name(function), "");
        if (Functions.written(function) != null || !promised.isEmpty()) {
            found.accept(waiting(emitter, event, handler, function).called(promised));
        }
    }

    private Waiting waiting(
            JSDynamicObject emitter,
            String event,
            JSFunctionObject handler,
            JSFunctionObject function) {
        var identity =
                identities
                        .computeIfAbsent(handler, added -> new HashMap<>())
                        .computeIfAbsent(event, added -> new Object());
        return new Waiting(identity, "listener", "listener", function, emitter, null, event, "");
    }

    private static String name(JSFunctionObject function) {
        return Library.module(function).equals("node:events")
                ? Intrinsics.functionName(function)
                : "";
    }

    /// What runs when Node calls this function for one of `process`'s own events; null if it is no listener of its.
    @Nullable Waiting of(Object function) {
        var match = new @Nullable Waiting[1];
        of(
                process,
                waiting -> {
                    if (function.equals(waiting.function())) {
                        match[0] = waiting;
                    }
                });
        return match[0];
    }
}
