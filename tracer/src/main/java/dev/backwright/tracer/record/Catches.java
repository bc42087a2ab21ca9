package dev.backwright.tracer.record;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.js.nodes.control.TryCatchNode;
import com.oracle.truffle.js.nodes.function.BlockScopeNode;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/// The scope of a catch clause. In GraalJS it stands beside the clause's body, not around it.
final class Catches {

    private static final Field BODY = field("catchBlock");
    private static final Field SCOPE = field("blockScope");

    private Catches() {}

    private static Field field(String name) {
        try {
            var field = TryCatchNode.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException e) {
            throw new RecordingException("This GraalJS has no TryCatchNode." + name + ".", e);
        }
    }

    /// Whether a child of such a statement is the clause's body.
    static boolean isIn(Node child, TryCatchNode statement) {
        return child.equals(value(BODY, statement));
    }

    /// Null if it has no variables.
    static @Nullable BlockScopeNode scope(TryCatchNode statement) {
        return value(SCOPE, statement) instanceof BlockScopeNode scope ? scope : null;
    }

    private static @Nullable Object value(Field field, TryCatchNode statement) {
        try {
            return field.get(statement);
        } catch (IllegalAccessException e) {
            throw new RecordingException("TryCatchNode cannot be read.", e);
        }
    }
}
