package dev.backwright.tracer.record;

import static java.util.Objects.requireNonNull;

import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.node.Phase;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// One run of a program, recorded. What the process tells its observer goes to the recorder while there is one.
///
/// ```java
/// var recording = new Recording(Limits.STANDARD);
/// try (var process = NodeProcess.boot(engine, files, recording)) {
///     recording.begin(process, "order.cjs", out);
///     recording.end(process.run("order.cjs", List.of()));
/// }
/// ```
public final class Recording implements Observer {

    private final Limits limits;
    private @Nullable Started started;

    private record Started(Steps steps, Recorder recorder, EventBinding<?> probes) {}

    public Recording(Limits limits) {
        this.limits = limits;
    }

    /// Looks at this process from now on.
    public void begin(NodeProcess process, String main, OutputStream out) {
        var context = process.context();
        context.enter();
        try {
            var realm = process.realm();
            var node =
                    (JSDynamicObject)
                            JSObject.get(
                                    realm.getGlobalObject(), Strings.fromJavaString("process"));
            var steps =
                    steps(new NodeWatched(process), Peek.text(Peek.at(node, "version")), main, out);
            steps.intrinsics().add(node, "process");
            var queues =
                    new NodeQueues(
                            (JSFunctionObject) requireNonNull(Peek.at(node, "nextTick")),
                            process.internal("internal/timers"),
                            steps.intrinsics()::isPublic);
            var listeners = new Listeners(node, steps::eachObject);
            steps.jobs().from(queues);
            steps.jobs().from(listeners);
            start(
                    steps,
                    Beginnings.inNode(
                            new Resources(process.binding("async_wrap")), queues, listeners));
        } finally {
            context.leave();
        }
    }

    void begin(Watched process, String main, OutputStream out) {
        start(steps(process, "", main, out), Beginnings.NONE);
    }

    private Steps steps(Watched process, String node, String main, OutputStream out) {
        return new Steps(process, limits, new TraceWriter(out, node, main, limits));
    }

    private void start(Steps steps, Beginnings beginnings) {
        var recorder = new Recorder(steps, beginnings);
        var probes = TraceInstrument.of(steps.engine()).attach(recorder);
        started = new Started(steps, recorder, probes);
    }

    /// The program has ended.
    public void end(int exit) {
        end(new Ending(exit, exit == 0 ? "finished" : "uncaught"));
    }

    void end(Ending ending) {
        var ended = started;
        if (ended == null) {
            throw new IllegalStateException("A recording ends that has not begun.");
        }
        started = null;
        ended.probes().dispose();
        ended.steps().finish(ending);
    }

    @Override
    public void enters(Phase phase) {
        if (started != null) {
            started.recorder().enters(phase);
        }
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
    public void prints(int descriptor, String text) {
        if (started != null) {
            started.recorder().prints(descriptor, text);
        }
    }
}
