package dev.backwright.tracer.record;

import static java.util.Objects.requireNonNull;

import com.oracle.truffle.api.instrumentation.EventBinding;
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

    EventBinding<?> attach(Recorder recorder) {
        var where =
                SourceSectionFilter.newBuilder()
                        .tagIs(
                                StatementTag.class,
                                RootTag.class,
                                RootBodyTag.class,
                                CallTag.class,
                                ExpressionTag.class)
                        .sourceIs(NodeProcess::isProgram)
                        .build();
        return requireNonNull(env)
                .getInstrumenter()
                .attachExecutionEventFactory(where, context -> Probe.at(context, recorder));
    }
}
