package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.instrumentation.StandardTags.CallTag;
import com.oracle.truffle.api.instrumentation.StandardTags.RootBodyTag;
import com.oracle.truffle.api.instrumentation.StandardTags.RootTag;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.nodes.access.WriteElementNode;
import com.oracle.truffle.js.nodes.access.WritePropertyNode;
import com.oracle.truffle.js.nodes.control.SuspendNode;
import com.oracle.truffle.js.nodes.control.YieldException;
import com.oracle.truffle.js.nodes.function.BlockScopeNode;
import com.oracle.truffle.js.nodes.function.BlockScopeNode.FrameBlockScopeNode;
import com.oracle.truffle.js.nodes.function.JSFunctionExpressionNode;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stands at one place of the program and tells the recorder when that is reached and left.
@SuppressWarnings("ReferenceEquality") // a kind of frame is that one descriptor
final class Probe extends ExecutionEventNode {

    private static final Pattern CLASS = Pattern.compile("class\\b");

    /// A CommonJS file's text makes the function that Node puts around it, and a module's makes its bindings, before it is run.
    private static final Set<String> BEFORE_IT_RUNS = Set.of(":program", ":module:link");

    private final Recorder recorder;
    private final Node node;
    private final boolean root;
    private final boolean body;
    private final boolean statement;
    private final boolean expression;
    private final boolean closure;
    private final boolean resumes;
    private final Spot spot;

    private Probe(EventContext context, Recorder recorder) {
        this.recorder = recorder;
        this.node = context.getInstrumentedNode();
        this.resumes = node.getRootNode() instanceof JavaScriptRootNode root && root.isResumption();
        this.root = context.hasTag(RootTag.class) && !resumes;
        this.body = context.hasTag(RootBodyTag.class);
        this.statement = context.hasTag(StatementTag.class);
        this.expression = !statement && isWorthAStep(context);
        if (expression && node instanceof FrameBlockScopeNode block) {
            recorder.skips(block.getFrameDescriptor());
        }
        this.closure = node instanceof JSFunctionExpressionNode;
        this.spot =
                new Spot(
                        node,
                        context.getInstrumentedSourceSection(),
                        statement && body && !resumes);
    }

    /// Null where nothing happens that a learner would stop at.
    static @Nullable ExecutionEventNode at(EventContext context, Recorder recorder) {
        if (BEFORE_IT_RUNS.contains(
                String.valueOf(context.getInstrumentedNode().getRootNode().getName()))) {
            return null;
        }
        var probe = new Probe(context, recorder);
        return probe.root || probe.body || probe.statement || probe.expression || probe.closure
                ? probe
                : null;
    }

    private static boolean isWorthAStep(EventContext context) {
        var node = context.getInstrumentedNode();
        return context.hasTag(CallTag.class)
                || node instanceof SuspendNode
                || node instanceof WritePropertyNode
                || node instanceof WriteElementNode
                || isClass(node);
    }

    /// A class declaration is no statement for GraalJS.
    private static boolean isClass(Node node) {
        var section = node.getSourceSection();
        return node instanceof BlockScopeNode
                && section != null
                && CLASS.matcher(section.getCharacters()).lookingAt();
    }

    @Override
    protected void onEnter(VirtualFrame virtual) {
        if (!recorder.isLooking()) {
            recorder.counts(statement || expression);
            return;
        }
        var frame = functionFrame(virtual.materialize());
        if (root) {
            recorder.enters(frame, this);
        }
        if (body && resumes) {
            recorder.resumes(frame, this);
        }
        if (statement || expression) {
            recorder.reaches(frame, this);
        }
    }

    @Override
    protected void onReturnValue(VirtualFrame virtual, @Nullable Object result) {
        if (!recorder.isLooking()) {
            return;
        }
        if (closure && result instanceof JSFunctionObject made) {
            recorder.closes(functionFrame(virtual.materialize()), made, this);
        }
        if (root || (body && resumes)) {
            recorder.returns(functionFrame(virtual.materialize()), result, resumes);
        }
    }

    @Override
    protected void onReturnExceptional(VirtualFrame virtual, Throwable problem) {
        if (!recorder.isLooking()) {
            return;
        }
        if (problem instanceof YieldException) {
            var frame = functionFrame(virtual.materialize());
            recorder.goesThrough(frame, this);
            if (body && resumes) {
                recorder.suspends(frame);
            }
        } else if (root || (body && resumes)) {
            recorder.throwsOut(functionFrame(virtual.materialize()), problem);
        }
    }

    /// The frame that stands for the call: a generator's is kept from one run to the next, a module's is its environment.
    private Frame functionFrame(MaterializedFrame frame) {
        var descriptor = frame.getFrameDescriptor();
        if (descriptor == JavaScriptRootNode.MODULE_DUMMY_FRAMEDESCRIPTOR) {
            var module = (JSModuleRecord) JSArguments.getUserArgument(frame.getArguments(), 0);
            return module.getEnvironment();
        }
        return resumes && descriptor == node.getRootNode().getFrameDescriptor()
                ? JSArguments.getResumeExecutionContext(frame.getArguments())
                : frame;
    }

    boolean isStatement() {
        return statement;
    }

    boolean isReplayable() {
        return statement || expression;
    }

    boolean isSuspension() {
        return node instanceof SuspendNode;
    }

    Spot spot() {
        return spot;
    }
}
