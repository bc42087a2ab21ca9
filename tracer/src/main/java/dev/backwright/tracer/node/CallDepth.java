package dev.backwright.tracer.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.js.runtime.Errors;

/// Ends a recursion where V8 ends it: about ten thousand calls deep, far before our own stack does.
final class CallDepth implements ExecutionEventListener {

    /// Node 24 reaches some 10,800 calls of a small function with its usual stack.
    private static final int MOST = 10_000;

    /// Every program runs on a thread of its own.
    private static final ThreadLocal<int[]> DEPTH = ThreadLocal.withInitial(() -> new int[1]);

    @Override
    public void onEnter(EventContext context, VirtualFrame frame) {
        if (++DEPTH.get()[0] > MOST) {
            throw Errors.createRangeError(
                    "Maximum call stack size exceeded", context.getInstrumentedNode());
        }
    }

    @Override
    public void onReturnValue(EventContext context, VirtualFrame frame, Object result) {
        DEPTH.get()[0]--;
    }

    @Override
    public void onReturnExceptional(EventContext context, VirtualFrame frame, Throwable thrown) {
        DEPTH.get()[0]--;
    }
}
