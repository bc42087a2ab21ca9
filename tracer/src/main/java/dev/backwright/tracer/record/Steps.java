package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Phase;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes the steps: looks at what may have changed and writes it.
final class Steps {

    /// How much of looking for garbage each step pays for, in objects and scopes.
    private static final int SWEEPING_PER_STEP = 64;

    private final NodeProcess process;
    private final Limits limits;
    private final State state = new State();
    private final Places places = new Places();
    private final Functions functions = new Functions(places);
    private final Intrinsics intrinsics;
    private final Heap heap;
    private final Values values;
    private final Scopes scopes;
    private final Stack stack;
    private final Calls calls;
    private final Jobs jobs;
    private final Description descriptions;
    private final Why why;
    private final TraceWriter writer;

    private @Nullable Object returned;
    private int count;
    private long printed;
    private Calm ran = Calm.NOT_AT_ALL;
    private int sweepingPaidFor;
    private int at;
    private boolean overflowed;
    private @Nullable Phase jobPhase;

    Steps(NodeProcess process, Limits limits, TraceWriter writer) {
        this.process = process;
        this.limits = limits;
        this.writer = writer;
        this.intrinsics = new Intrinsics(process.realm());
        this.heap = new Heap(state.objects, limits, intrinsics);
        this.values = new Values(limits, heap::refer);
        this.scopes = new Scopes(state.scopes, values, this::maker);
        this.stack = new Stack(state.calls, functions, places, scopes);
        this.calls = new Calls(state.calls, stack, scopes, values);
        this.jobs = new Jobs(state.jobs, values, functions);
        this.descriptions = new Description(heap, values, functions, scopes, limits);
        this.why = new Why(jobs, functions, process);
        jobs.from(this::microtasks);
    }

    private @Nullable Scope maker(JSFunctionObject function) {
        return stack.maker(function);
    }

    /// GraalJS keeps the next one last.
    void microtasks(Consumer<Waiting> found) {
        process.microtasks()
                .descendingIterator()
                .forEachRemaining(job -> found.accept(Waiting.microtask(job)));
    }

    /// Names the objects that are shown and have listeners.
    void eachEmitter(Consumer<JSDynamicObject> each) {
        heap.eachEmitter(each);
    }

    Intrinsics intrinsics() {
        return intrinsics;
    }

    Stack stack() {
        return stack;
    }

    Jobs jobs() {
        return jobs;
    }

    Places places() {
        return places;
    }

    /// False once the recording is full: from then on steps are only counted.
    boolean isLooking() {
        return writer.steps() < limits.steps() && !overflowed;
    }

    /// What it has cost so far: how often a scope or an object was looked at.
    long looks() {
        return scopes.looks() + heap.looks();
    }

    int deepest() {
        return limits.depth();
    }

    Phase phase() {
        return process.phase();
    }

    void passesBy() {
        count++;
    }

    /// The number the next step will have.
    int number() {
        return writer.steps();
    }

    /// A job begins, in the phase of its own: it may be seen only later.
    void begins(Job job, Phase phase) {
        jobPhase = phase;
        step("job", job.at(), null);
        jobPhase = null;
    }

    void step(String event, int span, @Nullable Call top) {
        step(event, span, top, null, false);
    }

    void step(String event, int span, @Nullable Call top, @Nullable Object result) {
        step(event, span, top, result, true);
    }

    private void step(
            String event, int span, @Nullable Call top, @Nullable Object result, boolean returns) {
        count++;
        if (!isLooking()) {
            return;
        }
        try {
            look(event, span, top, result, returns);
        } catch (StackOverflowError e) {
            overflowed = true; // the program is about to see its RangeError: its own matter
        }
    }

    private void look(
            String event, int span, @Nullable Call top, @Nullable Object result, boolean returns) {
        returned = result;
        say(event, span, top);
        calls.look(top);
        if (returns) {
            state.set("returned", values.json(result));
        } else {
            state.unset("returned");
        }
        heap.look(descriptions, !ran.changesNothing());
        if (!ran.queuesNothing()) {
            jobs.look();
            heap.look(descriptions, false);
        }
        state.set("why", why.sentence(event, top));
        sweep();
        writer.step(state);
        at = span;
        ran = Calm.NOT_AT_ALL;
        var goesOn = returns && top != null ? top.caller : null;
        jobs.queuedAt(goesOn == null ? span : goesOn.statement, writer.steps() - 1);
    }

    private void say(String event, int span, @Nullable Call top) {
        var running = jobs.running();
        state.set("event", event);
        state.set("at", span);
        state.set("top", top == null ? 0 : top.number);
        state.set("running", running == null ? 0 : running.number());
        state.set("phase", PhaseName.of(jobPhase == null ? process.phase() : jobPhase));
        state.set("clock", Values.number(process.clock()));
    }

    /// What runs between this step and the next.
    void runs(Calm next) {
        ran = next;
    }

    void skips(FrameDescriptor scope) {
        scopes.skip(scope);
    }

    void closes(JSFunctionObject function, Call call) {
        scopes.closes(function, call);
    }

    private void sweep() {
        sweepingPaidFor += SWEEPING_PER_STEP;
        if (sweepingPaidFor >= heap.size() + state.scopes.size() + stack.depth()) {
            sweepingPaidFor = 0;
            heap.sweep(this::roots, scopes);
        }
    }

    private void roots(Consumer<@Nullable Object> reach) {
        stack.visit(reach);
        jobs.visit(reach);
        reach.accept(returned);
    }

    void prints(int descriptor, String text, @Nullable Call top) {
        int step = Math.min(writer.steps(), limits.steps() - 1);
        printed += text.length();
        if (printed <= limits.output()) {
            writer.console(step, descriptor, text);
        }
        if (top != null) {
            top.at = top.statement;
        }
        step("console", top == null ? at : top.at, top);
    }

    /// With `looking`, one last step shows what is left.
    void finish(Outcome ending, boolean looking) {
        why.endsBy(ending.by());
        if (looking) {
            jobs.end();
            step("end", at, null);
        }
        var end = printed > limits.output() ? ending.overfull() : ending;
        writer.finish(places, functions, end.shown(writer.steps(), count));
        writer.close();
    }
}
