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
record Waiting(
        Object identity,
        String queue,
        String kind,
        @Nullable JSDynamicObject function,
        @Nullable JSDynamicObject of,
        @Nullable Double due,
        @Nullable String event) {

    static Waiting microtask(JSFunctionObject job) {
        var task = Microtasks.read(job);
        return new Waiting(job, "micro", task.kind(), task.function(), task.promise(), null, null);
    }

    /// Whether the program wrote the function, or bound it.
    boolean callsTheProgram() {
        return function instanceof JSFunctionObject.Bound
                || (function instanceof JSFunctionObject plain && Functions.written(plain) != null);
    }

    /// A few words or its text.
    String label(Functions functions) {
        var target =
                function instanceof JSFunctionObject.Bound bound
                        ? bound.getBoundTargetFunction()
                        : function;
        if (target instanceof JSFunctionObject known && Functions.written(known) != null) {
            return functions.label(functions.index(known));
        }
        return switch (kind) {
            case "reaction" -> "pass the result on";
            case "thenable" -> "take on a promise's state";
            default -> kind;
        };
    }
}
