package dev.backwright.tracer.record;

import static java.util.Objects.requireNonNull;

import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import dev.backwright.tracer.node.Ending;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.node.Request;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One run of a program, recorded. What the process tells its observer goes to the recorder while there is one.
///
/// ```java
/// try (var recording = new Recording(Limits.STANDARD);
///         var process = NodeProcess.boot(engine, files, recording)) {
///     recording.begin(process, "order.cjs", out);
///     recording.end(process.run("/home/learner/order.cjs", List.of()));
/// }
/// ```
///
/// A call of the program takes more of the stack while it is recorded: it needs a large one.
public final class Recording implements Observer, AutoCloseable {

    private final Limits limits;
    private @Nullable Started started;

    private record Started(NodeProcess process, Steps steps, Recorder recorder, Runnable probes) {}

    public Recording(Limits limits) {
        this.limits = limits;
    }

    /// Looks at this process from now on. `main` is the program's name as it is to be shown; `out` is written to until the end and closed.
    public void begin(NodeProcess process, String main, OutputStream out) {
        var context = process.context();
        context.enter();
        try {
            start(process, main, out);
        } finally {
            context.leave();
        }
    }

    private void start(NodeProcess process, String main, OutputStream out) {
        var global = process.realm().getGlobalObject();
        var node = (JSDynamicObject) JSObject.get(global, Strings.fromJavaString("process"));
        var version = Peek.text(Peek.at(node, "version"));
        var steps = new Steps(process, limits, new TraceWriter(out, version, main, limits));
        steps.intrinsics().add(node, "process");
        var recorder = new Recorder(process.realm(), steps, turns(process, node, steps));
        var engine = process.context().getEngine();
        started =
                new Started(process, steps, recorder, TraceInstrument.of(engine).attach(recorder));
    }

    private static Turns turns(NodeProcess process, JSDynamicObject node, Steps steps) {
        var nextTick = (JSFunctionObject) requireNonNull(Peek.at(node, "nextTick"));
        var timers = process.internal("internal/timers");
        var queues = new NodeQueues(nextTick, timers, steps.intrinsics()::isPublic);
        var listeners = new Listeners(node, steps::eachEmitter);
        var operations = new Operations();
        var jobs = steps.jobs();
        jobs.from(queues);
        jobs.from(operations);
        jobs.from(listeners);
        var resources = new Resources(process.binding("async_wrap"));
        var beginnings = Beginnings.inNode(resources, queues, listeners, jobs, operations);
        return new Turns(steps, beginnings, queues, operations);
    }

    /// The program has ended with this exit code.
    public void end(int exit) {
        end(new Outcome(exit, requireNonNull(started).recorder().by()), true);
    }

    /// It has ended, or its time was up: then its context is closed, and there is nothing left to look at.
    public void end(Ending ending) {
        end(
                new Outcome(ending.exit(), ending.by().name().toLowerCase(Locale.ROOT)),
                ending.by() != Ending.By.TIME);
    }

    /// It was stopped `by` one of its limits: depth, memory or output.
    public void stop(int exit, String by) {
        end(new Outcome(exit, by), false);
    }

    private void end(Outcome outcome, boolean looking) {
        var ended = requireNonNull(started, "A recording ends that has not begun.");
        close();
        if (!looking) {
            ended.steps().finish(outcome, false);
            return;
        }
        var context = ended.process().context();
        context.enter();
        try {
            ended.steps().finish(outcome, true);
        } finally {
            context.leave();
        }
    }

    /// Looks no more, whether it has ended or not.
    @Override
    public void close() {
        if (started != null) {
            started.probes().run();
            started = null;
        }
    }

    /// What it has cost so far: how often a scope or an object was looked at.
    long looks() {
        return started == null ? 0 : started.steps().looks();
    }

    @Override
    public void begins(Object job) {
        if (started != null) {
            started.recorder().begins(job);
        }
    }

    @Override
    public void ended(Object job) {
        if (started != null) {
            started.recorder().ended(job);
        }
    }

    @Override
    public void asks(Request request) {
        if (started != null) {
            started.recorder().asks(request);
        }
    }

    @Override
    public void completes(Request request) {
        if (started != null) {
            started.recorder().completes(request);
        }
    }

    @Override
    public void completed(Request request) {
        if (started != null) {
            started.recorder().completed(request);
        }
    }

    @Override
    public void imports(String specifier, Object promise) {
        if (started != null) {
            started.recorder().imports(specifier, promise);
        }
    }

    @Override
    public void prints(int descriptor, String text) {
        if (started != null) {
            started.recorder().prints(descriptor, text);
        }
    }
}
