package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferObject;
import com.oracle.truffle.js.runtime.builtins.JSDataView;
import com.oracle.truffle.js.runtime.builtins.JSDataViewObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import java.util.Arrays;

/// The bytes behind a typed array, a data view or an array buffer: not a copy, a write is seen.
final class View {

    private final byte[] array;
    private final int offset;
    private final int length;

    private View(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    byte[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    static View of(Object value) {
        return switch (value) {
            case JSTypedArrayObject typed ->
                    of(typed.getArrayBuffer(), typed.getByteOffset(), byteLength(typed));
            case JSDataViewObject view ->
                    of(
                            view.getArrayBuffer(),
                            view.getByteOffset(),
                            JSDataView.dataViewGetByteLength(view));
            case JSArrayBufferObject buffer -> of(buffer, 0, buffer.getByteLength());
            default -> throw Errors.createTypeError("argument must be a buffer");
        };
    }

    private static int byteLength(JSTypedArrayObject typed) {
        return typed.hasAutoLength()
                ? typed.getArrayBuffer().getByteLength() - typed.getByteOffset()
                : typed.getByteLength();
    }

    private static View of(JSArrayBufferObject buffer, int offset, int length) {
        if (buffer instanceof JSArrayBufferObject.Heap heap) {
            return new View(heap.getByteArray(), offset, length);
        }
        var shared = JSArrayBufferObject.getDirectByteBuffer(buffer);
        byte[] copy = new byte[offset + length];
        shared.get(0, copy);
        return new View(copy, offset, length);
    }

    /// From `start` (clamped) up to `end` (clamped).
    View slice(int start, int end) {
        int from = Math.clamp(start, 0, length);
        int to = Math.clamp(end, from, length);
        return new View(array, offset + from, to - from);
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    int compare(View other) {
        return Integer.signum(
                Arrays.compareUnsigned(
                        array,
                        offset,
                        offset + length,
                        other.array,
                        other.offset,
                        other.offset + other.length));
    }

    boolean holds(View part, int at) {
        int from = offset + at;
        return Arrays.equals(
                array,
                from,
                from + part.length,
                part.array,
                part.offset,
                part.offset + part.length);
    }
}
