package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Buffers as the console shows them: `<Buffer 68 69>`.
final class Buffers {

    private static final int MOST_BYTES = 50;

    private Buffers() {}

    static boolean isBuffer(JSDynamicObject object) {
        return object instanceof JSArrayBufferObject
                || (object instanceof JSTypedArrayObject
                        && Kind.className(object).equals("Buffer"));
    }

    /// Null of what is no buffer.
    static @Nullable String text(JSDynamicObject object) {
        if (object instanceof JSArrayBufferObject buffer) {
            return "ArrayBuffer { byteLength: " + buffer.getByteLength() + " }";
        }
        return object instanceof JSTypedArrayObject array && isBuffer(object) ? bytes(array) : null;
    }

    private static String bytes(JSTypedArrayObject array) {
        int more = array.getLength() - MOST_BYTES;
        return IntStream.range(0, Math.min(array.getLength(), MOST_BYTES))
                .mapToObj(i -> " %02x".formatted(((Number) JSObject.get(array, i)).intValue()))
                .collect(
                        Collectors.joining(
                                "", "<Buffer", more > 0 ? " ... " + more + " more bytes>" : ">"));
    }
}
