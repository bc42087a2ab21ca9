package dev.backwright.tracer.node;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.JSAgent;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Deque;

/// GraalJS's own queue of promise jobs, laid open: we run them, it only fills.
final class Microtasks {

    private final Deque<JSFunctionObject> queue;
    private final Phases phases;
    private final Failures failures;
    private final Observer observer;

    Microtasks(JSRealm realm, Phases phases, Failures failures, Observer observer) {
        this.queue = queueOf(realm.getAgent());
        this.phases = phases;
        this.failures = failures;
        this.observer = observer;
        realm.getAgent().interopBoundaryEnter();
    }

    /// There is no other way to it; without the boundary entered above GraalJS would drain it by itself.
    @SuppressWarnings("unchecked")
    private static Deque<JSFunctionObject> queueOf(JSAgent agent) {
        try {
            var field = JSAgent.class.getDeclaredField("promiseJobsQueue");
            field.setAccessible(true);
            return (Deque<JSFunctionObject>) field.get(agent);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This GraalJS keeps its promise jobs elsewhere", e);
        }
    }

    void define(Host host) {
        host.effect(
                "enqueueMicrotask",
                1,
                call ->
                        host.realm()
                                .getContext()
                                .enqueuePromiseJob(host.realm(), (JSFunctionObject) call.at(0)));
        host.effect("runMicrotasks", 0, call -> run());
    }

    Deque<JSFunctionObject> queue() {
        return queue;
    }

    void run() {
        if (!queue.isEmpty()) {
            phases.during(Phase.MICRO, this::drain);
        }
    }

    private void drain() {
        while (!queue.isEmpty()) {
            JSFunctionObject job = queue.pollLast();
            observer.begins(job);
            try {
                Values.call(job, Undefined.instance);
            } catch (AbstractTruffleException | StackOverflowError failure) {
                failures.uncaught(failure);
            }
            observer.ended(job);
        }
    }
}
