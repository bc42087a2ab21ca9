package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import dev.backwright.tracer.node.Phase;
import org.jspecify.annotations.Nullable;

/// Finds out which job has begun when a function of the program is called and none was running.
interface Beginnings {

    /// Null if it is no job's: the main script.
    @Nullable Waiting of(JSFunctionObject function, Phase phase);

    /// In Node: the innermost resource that Node has begun, the listener of an event that Node emits itself, or the operation that is done.
    static Beginnings inNode(
            Resources resources,
            NodeQueues queues,
            Listeners listeners,
            Jobs jobs,
            Operations operations) {
        return (function, phase) -> {
            var resource = resources.innermost();
            var begun = resource == null ? null : queues.begun(resource);
            if (begun == null || !function.equals(begun.target())) {
                var heard = listeners.of(function);
                heard = heard == null ? jobs.heardBy(function) : heard;
                if (heard != null) {
                    return heard;
                }
            }
            if (begun != null) {
                return begun;
            }
            var operation = phase == Phase.POLL ? operations.completing() : null;
            return operation == null ? null : operation.waits(function);
        };
    }
}
