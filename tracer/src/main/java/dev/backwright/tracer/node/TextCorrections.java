package dev.backwright.tracer.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.JSException;

/// Gives the language's own errors V8's words before a program can read them: when they leave a statement or a function of the program.
public final class TextCorrections extends TruffleInstrument implements ExecutionEventListener {

    static final String ID = "backwright-v8-texts";

    @Override
    protected void onCreate(Env env) {
        var places =
                SourceSectionFilter.newBuilder()
                        .tagIs(RootTag.class, StatementTag.class)
                        .sourceIs(NodeProcess::isProgram)
                        .build();
        env.getInstrumenter().attachExecutionEventListener(places, this);
        var functions =
                SourceSectionFilter.newBuilder()
                        .tagIs(RootTag.class)
                        .sourceIs(NodeProcess::isProgram)
                        .build();
        env.getInstrumenter().attachExecutionEventListener(functions, new CallDepth());
        env.registerService(this);
    }

    @Override
    public void onEnter(EventContext context, VirtualFrame frame) {}

    @Override
    public void onReturnValue(EventContext context, VirtualFrame frame, Object result) {}

    @Override
    public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable thrown) {
        SourceSection section = context.getInstrumentedSourceSection();
        if (thrown instanceof JSException exception) {
            String statement = section.getCharacters().toString();
            MadeOfText.corrected(exception, statement, context, frame)
                    .ifPresentOrElse(
                            text -> V8Texts.replace(exception, text),
                            () -> V8Texts.correct(exception, statement));
        }
        Throws.saw(thrown, section);
    }
}
