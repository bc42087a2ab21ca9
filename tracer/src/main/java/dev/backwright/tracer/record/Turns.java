package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import dev.backwright.tracer.node.Phase;
import dev.backwright.tracer.node.Request;
import org.jspecify.annotations.Nullable;

/// Hears whose turn it is: which job begins, when it has ended, and what the program asks for meanwhile.
final class Turns {

    private final Steps steps;
    private final Jobs jobs;
    private final Beginnings beginnings;
    private final NodeQueues queues;
    private final Operations operations;
    private @Nullable Object nodes;

    Turns(Steps steps, Beginnings beginnings, NodeQueues queues, Operations operations) {
        this.steps = steps;
        this.jobs = steps.jobs();
        this.beginnings = beginnings;
        this.queues = queues;
        this.operations = operations;
    }

    /// A function of the program is called, and none was running.
    ///
    /// @param module the file's name if it is a module that begins; else empty
    void enters(JSFunctionObject function, String module) {
        var begun =
                steps.phase() == Phase.MICRO
                        ? imported(module)
                        : beginnings.of(function, steps.phase());
        if (begun != null && !jobs.runs(begun)) {
            begin(begun, steps.phase());
        }
    }

    private @Nullable Waiting imported(String module) {
        var operation =
                module.isEmpty() || jobs.running() != null ? null : operations.importing(module);
        return operation == null ? null : operation.waits(null);
    }

    private void begin(Waiting waiting, Phase phase) {
        if (waiting.identity() instanceof Operation operation) {
            operation.begun = true;
        }
        steps.begins(jobs.begin(waiting), phase);
    }

    void microtask(JSFunctionObject job) {
        var waiting = Waiting.microtask(job);
        if (jobs.isThePrograms(waiting)) {
            settles();
            begin(waiting, steps.phase());
        } else {
            jobs.beginNodes();
        }
    }

    void ended() {
        jobs.end();
    }

    /// Of an operation with a promise no function of the program's tells that it is done: what follows from it is about to run.
    void settles() {
        var done = operations.done();
        if (done != null) {
            begin(done.waits(null), Phase.POLL);
            jobs.end();
        }
    }

    /// Node begins one of its resources: a tick, a timer, an immediate. One that calls the program is seen when it does.
    ///
    /// @param id by which Node knows it
    void begins(JSDynamicObject resource, Object id) {
        var begun = queues.begun(resource);
        if (begun != null && !begun.callsWritten() && jobs.waits(begun)) {
            begin(begun, steps.phase());
            nodes = id;
        }
    }

    void ends(Object id) {
        if (id.equals(nodes)) {
            nodes = null;
            jobs.end();
        }
    }

    void asks(Request request) {
        var called = Library.calledOfFiles();
        if (called == null && operations.asksOnTheWay(request)) {
            return;
        }
        if (called != null || jobs.causedByProgram()) {
            var name = called == null || called.isEmpty() ? request.what() : called;
            operations.asks(request, name, steps.places().brief(request.path()));
        }
    }

    void completes(Request request) {
        jobs.beginNodes();
        operations.completes(request);
    }

    void completed(boolean looking) {
        if (looking) {
            settles();
            jobs.end();
        }
        operations.completed();
    }

    void imports(String specifier, Object promise) {
        if (promise instanceof JSPromiseObject loading) {
            operations.imports(specifier, loading);
            jobs.disown(steps::microtasks);
        }
    }
}
