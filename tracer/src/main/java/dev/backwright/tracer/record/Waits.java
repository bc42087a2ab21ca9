package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;

/// Names what waits.
final class Waits {

    private Waits() {}

    static Jobs.Waiting micro(JSFunctionObject job) {
        var task = Microtasks.read(job);
        return new Jobs.Waiting(
                job, "micro", task.kind(), task.function(), task.promise(), null, null);
    }
}
