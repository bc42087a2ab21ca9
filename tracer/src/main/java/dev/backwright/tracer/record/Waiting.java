package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import org.jspecify.annotations.Nullable;

/// Something in a queue of Node's, as it is found there.
///
/// @param identity the thing that stays the same object while it waits
/// @param function what it will call
/// @param of the promise or emitter it is about
/// @param due virtual milliseconds, of a timer
/// @param event of a listener
/// @param name what to call it if it calls nothing of the program's; empty to call it by its kind
record Waiting(
        Object identity,
        String queue,
        String kind,
        @Nullable JSDynamicObject function,
        @Nullable JSDynamicObject of,
        @Nullable Double due,
        @Nullable String event,
        String name) {

    Waiting(
            Object identity,
            String queue,
            String kind,
            @Nullable JSDynamicObject function,
            @Nullable JSDynamicObject of) {
        this(identity, queue, kind, function, of, null, null, "");
    }

    static Waiting microtask(JSFunctionObject job) {
        var task = Microtasks.read(job);
        return new Waiting(job, "micro", task.kind(), task.function(), task.promise());
    }

    Waiting called(String words) {
        return new Waiting(identity, queue, kind, function, of, due, event, words);
    }

    /// Whether the program wrote the function, or bound it.
    boolean callsTheProgram() {
        return function instanceof JSFunctionObject.Bound
                || (function instanceof JSFunctionObject plain && Functions.written(plain) != null);
    }

    /// Whether the program wrote what is called in the end.
    boolean callsWritten() {
        return target() instanceof JSFunctionObject known && Functions.written(known) != null;
    }

    /// The function itself, or the one that was bound.
    @Nullable Object target() {
        return function instanceof JSFunctionObject.Bound bound
                ? bound.getBoundTargetFunction()
                : function;
    }

    boolean isListener() {
        return queue.equals("listener");
    }

    /// A few words or its text.
    String label(Functions functions) {
        if (target() instanceof JSFunctionObject known && Functions.written(known) != null) {
            return functions.label(functions.index(known));
        }
        return switch (kind) {
            case "reaction" -> "pass the result on";
            case "thenable" -> "take on a promise's state";
            default -> name.isEmpty() ? kind : name;
        };
    }
}
