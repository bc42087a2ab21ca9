package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import dev.backwright.tracer.node.Phase;
import org.jspecify.annotations.Nullable;

/// Finds out which job has begun when a function of the program is called and none was running.
interface Beginnings {

    /// Null if it is no job's: the main script.
    @Nullable Waiting of(JSFunctionObject function, Phase phase);

    /// In Node: the innermost resource that Node has begun, or the listener of an event that Node emits itself.
    static Beginnings inNode(Resources resources, NodeQueues queues, Listeners listeners) {
        return (function, phase) -> {
            var resource = resources.innermost();
            var begun = resource == null ? null : queues.begun(resource);
            var heard = listeners.of(function);
            if (heard != null && (begun == null || !function.equals(begun.function()))) {
                return heard;
            }
            if (begun != null) {
                return begun;
            }
            if (phase == Phase.POLL && resource != null) {
                return new Waiting(resource, "poll", "read", function, null, null, null);
            }
            return null;
        };
    }
}
