package dev.backwright.tracer.record;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.JSFrameUtil;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.node.Request;
import org.jspecify.annotations.Nullable;

/// Hears what the program does, from probes and from the process, and decides where there is a step.
final class Recorder implements Observer {

    private final Steps steps;
    private final Stack stack;
    private final Places places;
    private final Turns turns;
    private final JSRealm realm;
    private final HowItEnds ending = new HowItEnds();

    Recorder(JSRealm realm, Steps steps, Turns turns) {
        this.realm = realm;
        this.turns = turns;
        this.steps = steps;
        this.stack = steps.stack();
        this.places = steps.places();
    }

    /// The scope around a class body holds the class's name once more, and nothing else a learner would look for.
    void skips(FrameDescriptor ofClass) {
        steps.skips(ofClass);
    }

    /// How the program came to its end.
    String by() {
        return ending.by();
    }

    /// An engine can run several processes, and its probes hear all of them.
    boolean isLooking() {
        return steps.isLooking() && isOurs();
    }

    private boolean isOurs() {
        return JSRealm.get(null).equals(realm);
    }

    void counts(boolean one) {
        if (one && isOurs()) {
            steps.passesBy();
        }
    }

    /// The call this frame is of; null if it is deeper than calls are shown.
    @SuppressWarnings("ReferenceEquality") // a frame is itself and nothing else
    private @Nullable Call running(Frame frame) {
        var top = stack.top();
        return top != null && top.frame == frame ? top : null;
    }

    /// A function is called; its arguments are not in place yet.
    void enters(Frame frame, Probe probe) {
        announceTop();
        if (stack.top() == null) {
            turns.enters(JSFrameUtil.getFunctionObject(frame), stack.module(probe));
        }
        if (stack.depth() < steps.deepest()) {
            stack.push(frame, probe);
        }
    }

    private void announceTop() {
        var call = stack.top();
        if (call != null && !call.announced) {
            announce(call);
        }
    }

    private void announce(Call call) {
        call.announced = true;
        call.began = steps.number();
        steps.step("call", call.at, call);
    }

    /// A generator or an async function begins its body, or goes on.
    void resumes(Frame frame, Probe probe) {
        var inside = running(frame);
        if (inside != null) {
            inside.async = true; // a module turns out to be asynchronous only here
            inside.firstRun = true;
            return; // an async function begins inside of its call
        }
        var call = stack.resume(frame, probe);
        if (call.announced && call.suspended) {
            call.suspended = false;
            steps.step("resume", call.at, call);
        }
    }

    /// A statement or an expression is about to run.
    void reaches(Frame frame, Probe probe) {
        var call = running(frame);
        if (call == null) {
            steps.passesBy(); // deeper than calls are shown
            return;
        }
        if (call.replayed.remove(probe)) {
            return;
        }
        int span = probe.spot().span(places);
        call.layout = probe.spot().layout(frame);
        call.node = probe.spot().node();
        announceTop();
        if (!probe.isStatement() && call.at == span) {
            steps.runs(probe.spot().calm());
            return;
        }
        call.at = span;
        if (probe.isStatement()) {
            call.statement = span;
        }
        steps.step(probe.isStatement() ? "statement" : "expression", span, call);
        steps.runs(probe.spot().calm());
    }

    /// A function expression has made a function, which closes over what its maker sees just here.
    void closes(Frame frame, JSFunctionObject function, Probe probe) {
        var call = running(frame);
        if (call != null) {
            call.layout = probe.spot().layout(frame);
            steps.closes(function, call);
        }
    }

    /// A suspension passes this place; it will pass it again on the way back.
    void goesThrough(Frame frame, Probe probe) {
        var call = running(frame);
        if (call != null && probe.isReplayable()) {
            call.replayed.add(probe);
            if (probe.isSuspension()) {
                call.at = probe.spot().span(places);
            }
        }
    }

    void suspends(Frame frame) {
        var call = running(frame);
        if (call == null) {
            return;
        }
        call.suspended = true;
        if (!call.firstRun) {
            steps.step("suspend", call.at, call);
            stack.suspend(call);
        }
    }

    void returns(Frame frame, @Nullable Object result, boolean resumed) {
        var call = running(frame);
        if (call == null) {
            return;
        }
        if (call.async && !resumed) {
            leavesFirstRun(call, result);
            return;
        }
        announceTop();
        boolean bodyToCome = isGenerator(call) && !call.bodyBegun;
        call.ended = !bodyToCome;
        call.at = call.statement;
        steps.step("return", call.at, call, result);
        if (bodyToCome) {
            call.suspended = true;
            stack.suspend(call);
        } else if (!call.firstRun) {
            stack.end(call);
        }
    }

    private static boolean isGenerator(Call call) {
        return !call.async
                && JSFrameUtil.getFunctionObject(call.frame).getFunctionData().isGenerator();
    }

    /// The caller of an async function gets its promise.
    private void leavesFirstRun(Call call, @Nullable Object result) {
        call.firstRun = false;
        if (result instanceof JSPromiseObject promise) {
            call.promise = promise;
        }
        if (call.ended) {
            stack.end(call);
            return;
        }
        announceTop();
        steps.step("suspend", call.at, call, result);
        stack.suspend(call);
    }

    void throwsOut(Frame frame, Throwable problem) {
        var call = running(frame);
        if (call == null) {
            return;
        }
        ending.leaves(problem);
        if (problem instanceof AbstractTruffleException && !call.ended) {
            announceTop();
            steps.step("throw", call.at, call, thrown(problem));
            call.ended = true;
        }
        if (!(call.async && call.firstRun)) {
            stack.end(call);
        }
    }

    private static @Nullable Object thrown(Throwable problem) {
        return problem instanceof GraalJSException js ? js.getErrorObject() : null;
    }

    @Override
    public void begins(Object job) {
        if (isLooking() && job instanceof JSFunctionObject function) {
            turns.microtask(function);
        }
    }

    @Override
    public void ended(Object job) {
        turns.ended();
    }

    /// Node begins a tick, a timer or an immediate.
    void begins(JSDynamicObject resource, Object id) {
        turns.begins(resource, id);
    }

    void ends(Object id) {
        turns.ends(id);
    }

    @Override
    public void asks(Request request) {
        if (isLooking()) {
            turns.asks(request);
        }
    }

    @Override
    public void completes(Request request) {
        turns.completes(request);
    }

    @Override
    public void completed(Request request) {
        turns.completed(isLooking());
    }

    @Override
    public void imports(String specifier, Object promise) {
        if (isLooking()) {
            turns.imports(specifier, promise);
        }
    }

    @Override
    public void prints(int descriptor, String text) {
        if (stack.top() == null && isLooking()) {
            turns.settles();
        }
        ending.printed(descriptor, text, stack.top() == null);
        steps.prints(descriptor, text, stack.top());
    }
}
