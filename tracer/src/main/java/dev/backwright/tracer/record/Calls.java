package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import org.jspecify.annotations.Nullable;

/// Shows the calls of the stack. Of all of them only the one that runs and the one that ran before can look different.
final class Calls {

    private final Table table;
    private final Stack stack;
    private final Scopes scopes;
    private final Values values;
    private @Nullable Call before;

    Calls(Table table, Stack stack, Scopes scopes, Values values) {
        this.table = table;
        this.stack = stack;
        this.scopes = scopes;
        this.values = values;
    }

    void look(@Nullable Call top) {
        var last = before;
        if (last != null && !last.equals(top)) {
            scopes.look(last);
            show(last);
        }
        if (top != null) {
            lookAtThis(top);
            top.awaitedBy = awaiting(top);
            scopes.look(top);
            show(top);
        }
        before = top;
    }

    private void lookAtThis(Call call) {
        if (call.selfObject == null || call.self.equals(Values.UNINITIALIZED)) {
            call.selfObject = stack.isArrow(call) ? This.around(call.scope) : This.of(call);
            call.scope.self = call.selfObject;
            call.self = values.json(call.selfObject);
        }
    }

    private void show(Call call) {
        if (stack.holds(call)) {
            table.show(call.number, call.shown());
        }
    }

    private @Nullable Call awaiting(Call call) {
        if (call.caller == null && call.promise instanceof JSPromiseObject promise) {
            var frame = Microtasks.awaiting(promise);
            return frame == null ? null : stack.suspendedAt(frame);
        }
        return null;
    }
}
