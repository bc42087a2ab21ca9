package dev.backwright.tracer.record;

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

    private record Started(
            Steps steps, Recorder recorder, TraceWriter writer, AutoCloseable probes) {}

    public Recording(Limits limits) {
        this.limits = limits;
    }

    void begin(Watched process, String node, String main, OutputStream out) {
        var writer = new TraceWriter(out, node, main, limits);
        var steps = new Steps(process, limits, writer);
        var recorder = new Recorder(steps, steps.stack(), steps.places(), steps.jobs());
        var binding = TraceInstrument.of(process.engine()).attach(recorder);
        started = new Started(steps, recorder, writer, binding::dispose);
    }

    void end(Ending ending) throws Exception {
        var ended = started;
        if (ended == null) {
            throw new IllegalStateException("A recording ends that has not begun.");
        }
        started = null;
        ended.probes().close();
        ended.steps().finish(ending);
        ended.writer().close();
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
