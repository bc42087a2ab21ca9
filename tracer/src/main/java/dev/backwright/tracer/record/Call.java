package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.nodes.Node;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One call of a function of the program. A call of a generator or an async function can leave the stack and come back.
final class Call {

    final int number;
    final int function;
    final Frame frame;
    boolean async;
    final Scope scope;

    /// Scopes of blocks whose variables stand in this call's own frame.
    final IdentityHashMap<Node, Scope> blocks = new IdentityHashMap<>(2);

    /// The probes a suspension went through: they fire again when the call goes on, and nothing new happens there.
    final Set<ExecutionEventNode> replayed = new HashSet<>(0);

    int at;

    /// The statement it is in, around the expression that `at` may be.
    int statement;

    int began;

    /// Its step `call` has been.
    boolean announced;

    /// An async function is still inside of the call that began it: its caller has no promise yet.
    boolean firstRun;

    /// Of a generator: its body runs only when it is first asked for a value.
    boolean bodyBegun;

    boolean suspended;
    boolean ended;
    @Nullable Object selfObject;
    Object self = Values.UNDEFINED;
    @Nullable Call caller;
    @Nullable Call awaitedBy;
    @Nullable Object promise;

    /// Where it was last seen, so that its variables can be read again.
    @Nullable Layout layout;

    @Nullable Node node;

    Scope innermost;

    Call(int number, int function, Frame frame, boolean async, Scope scope) {
        this.number = number;
        this.function = function;
        this.frame = frame;
        this.async = async;
        this.scope = scope;
        this.innermost = scope;
    }

    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("function", function);
        shown.put("at", at);
        shown.put("scope", innermost.number);
        shown.put("this", self);
        if (caller != null) {
            shown.put("caller", caller.number);
        }
        if (awaitedBy != null) {
            shown.put("awaits", awaitedBy.number);
        }
        shown.put("began", began);
        if (async) {
            shown.put("async", true);
        }
        return shown;
    }
}
