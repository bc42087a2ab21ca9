package dev.backwright.tracer.record;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.NodeLibrary;
import org.jspecify.annotations.Nullable;

/// What `this` is in a call.
final class This {

    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private This() {}

    /// An arrow has the `this` of what is around it.
    static @Nullable Object around(Scope arrow) {
        var scope = arrow.outer;
        while (scope != null && scope.self == null) {
            scope = scope.outer;
        }
        return scope == null ? null : scope.self;
    }

    /// Null where it is not initialised yet, as before `super()`.
    static @Nullable Object of(Call call) {
        var node = call.node;
        if (node == null) {
            return null;
        }
        try {
            var scope = NodeLibrary.getUncached().getScope(node, call.frame, true);
            return INTEROP.isMemberReadable(scope, "this")
                    ? INTEROP.readMember(scope, "this")
                    : null;
        } catch (InteropException e) {
            return null;
        }
    }
}
