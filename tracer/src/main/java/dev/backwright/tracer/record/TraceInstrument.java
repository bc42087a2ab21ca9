package dev.backwright.tracer.record;

import static java.util.Objects.requireNonNull;

import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.CallTag;
import com.oracle.truffle.api.instrumentation.StandardTags.ExpressionTag;
import com.oracle.truffle.api.instrumentation.StandardTags.RootBodyTag;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import dev.backwright.tracer.node.NodeProcess;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/// Puts probes into the program's own code, and into nothing else.
///
/// Only the tags that every language has: those of GraalJS's own rebuild the program before it runs.
@TruffleInstrument.Registration(
        id = TraceInstrument.ID,
        name = "Backwright's recorder",
        services = TraceInstrument.class)
public final class TraceInstrument extends TruffleInstrument {

    static final String ID = "backwright-recorder";

    private @Nullable Env env;

    @Override
    protected void onCreate(Env created) {
        this.env = created;
        created.registerService(this);
    }

    static TraceInstrument of(Engine engine) {
        return requireNonNull(engine.getInstruments().get(ID), "The class path has no " + ID)
                .lookup(TraceInstrument.class);
    }

    /// Looks at the program until what it gives is run.
    Runnable attach(Recorder recorder) {
        var instrumenter = requireNonNull(env).getInstrumenter();
        var program =
                instrumenter.attachExecutionEventFactory(
                        program(), context -> Probe.at(context, recorder));
        var resources =
                instrumenter.attachExecutionEventListener(
                        ResourceListener.WHERE, new ResourceListener(recorder));
        return () -> {
            program.dispose();
            resources.dispose();
        };
    }

    private static SourceSectionFilter program() {
        return SourceSectionFilter.newBuilder()
                .tagIs(
                        StatementTag.class,
                        RootTag.class,
                        RootBodyTag.class,
                        CallTag.class,
                        ExpressionTag.class)
                .sourceIs(NodeProcess::isProgram)
                .build();
    }
}
