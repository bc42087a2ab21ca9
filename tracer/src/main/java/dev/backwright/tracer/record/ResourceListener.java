package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;

/// Hears that Node begins a tick, a timer or an immediate, and when it has ended: Node's own library calls a function then.
final class ResourceListener implements ExecutionEventListener {

    private static final String BEGINS = "pushAsyncContext";
    private static final String ENDS = "popAsyncContext";
    private static final int RESOURCE = 2;

    static final SourceSectionFilter WHERE =
            SourceSectionFilter.newBuilder()
                    .tagIs(RootTag.class)
                    .sourceIs(source -> source.getName().equals("node:internal/async_hooks"))
                    .rootNameIs(name -> BEGINS.equals(name) || ENDS.equals(name))
                    .build();

    private final Recorder recorder;

    ResourceListener(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void onEnter(EventContext context, VirtualFrame frame) {
        var arguments = frame.getArguments();
        if (!recorder.isLooking() || JSArguments.getUserArgumentCount(arguments) == 0) {
            return;
        }
        var id = JSArguments.getUserArgument(arguments, 0);
        if (ENDS.equals(context.getInstrumentedNode().getRootNode().getName())) {
            recorder.ends(id);
        } else if (JSArguments.getUserArgumentCount(arguments) > RESOURCE
                && JSArguments.getUserArgument(arguments, RESOURCE)
                        instanceof JSDynamicObject resource) {
            recorder.begins(resource, id);
        }
    }

    @Override
    public void onReturnValue(EventContext context, VirtualFrame frame, Object result) {}

    @Override
    public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable thrown) {}
}
