package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.js.runtime.JSFrameUtil;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import java.util.IdentityHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The calls that run, kept beside the real stack so that no step has to walk it.
final class Stack {

    /// A function is seen soon after it is made.
    private static final int FARTHEST_MAKER = 32;

    private final Table table;
    private final Functions functions;
    private final Places places;
    private final Scopes scopes;
    private final IdentityHashMap<Frame, Call> suspended = new IdentityHashMap<>();
    private @Nullable Call top;
    private @Nullable Call bottom;
    private int last;
    private int depth;

    Stack(Table table, Functions functions, Places places, Scopes scopes) {
        this.table = table;
        this.functions = functions;
        this.places = places;
        this.scopes = scopes;
    }

    @Nullable Call top() {
        return top;
    }

    int depth() {
        return depth;
    }

    Call push(Frame frame, Probe probe) {
        int function = probe.spot().function(functions);
        var kind = functions.get(function).kind();
        var scope =
                scopes.ofFunction(
                        frame,
                        kind.equals("script") || kind.equals("module") ? kind : "function",
                        functions.get(function).name());
        var data = JSFrameUtil.getFunctionObject(frame).getFunctionData();
        var call =
                new Call(
                        ++last, function, frame, data.isAsync() && !data.isAsyncGenerator(), scope);
        scope.call = call.number;
        if (kind.equals("script")) {
            scope.hides(Wrapper.unused(places.text(places.span(functions.get(function).span()))));
        }
        call.at = probe.spot().header(places);
        call.statement = call.at;
        call.firstRun = call.async;
        call.node = probe.spot().node();
        return put(call);
    }

    /// The name of the module that begins at this place; empty if none does.
    String module(Probe probe) {
        var function = functions.get(probe.spot().function(functions));
        return function.kind().equals("module") ? function.name() : "";
    }

    private Call put(Call call) {
        call.caller = top;
        bottom = top == null ? call : bottom;
        top = call;
        depth++;
        return call;
    }

    /// A suspended call is on the stack again.
    Call resume(Frame frame, Probe probe) {
        var call = suspended.remove(frame);
        var back = call == null ? push(frame, probe) : put(call);
        back.bodyBegun = true;
        return back;
    }

    void suspend(Call call) {
        suspended.put(call.frame, call);
        pop(call);
    }

    void end(Call call) {
        call.scope.close();
        pop(call);
    }

    private void pop(Call call) {
        while (top != null) {
            var popped = top;
            top = popped.caller;
            depth--;
            popped.caller = null;
            bottom = top == null ? null : bottom;
            table.remove(popped.number);
            if (popped == call) {
                return;
            }
        }
    }

    /// The scope of the innermost call whose function contains this one's source text.
    @Nullable Scope maker(JSFunctionObject function) {
        var section = Functions.written(function);
        var call = top;
        for (int far = 0; section != null && call != null && far < FARTHEST_MAKER; far++) {
            if (functions.contains(call.function, places.file(section.getSource()), section)) {
                return call.scope;
            }
            call = call.caller;
        }
        return null;
    }

    boolean isArrow(Call call) {
        return functions.get(call.function).kind().equals("arrow");
    }

    @Nullable Call suspendedAt(Frame frame) {
        return suspended.get(frame);
    }

    boolean holds(Call call) {
        return call == top || call.caller != null || call == bottom;
    }

    void visit(Consumer<@Nullable Object> held) {
        for (var call = top; call != null; call = call.caller) {
            visit(call, held);
        }
    }

    static void visit(Call call, Consumer<@Nullable Object> held) {
        held.accept(call.selfObject);
        held.accept(call.scope);
        held.accept(call.innermost);
    }
}
