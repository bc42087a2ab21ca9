package dev.backwright.tracer.record;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.SafeInteger;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.objects.Dead;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Says a value of the program in JSON: as itself where JSON can, else as an array that begins with what it is.
final class Values {

    static final List<Object> UNDEFINED = List.of("undefined");
    static final List<Object> UNINITIALIZED = List.of("uninitialized");

    private final int longest;
    private final Function<JSDynamicObject, Object> objects;

    /// @param objects says an object: its number, or its name if it is not followed
    Values(Limits limits, Function<JSDynamicObject, Object> objects) {
        this.longest = limits.text();
        this.objects = objects;
    }

    static boolean isObject(@Nullable Object value) {
        return value instanceof JSObject;
    }

    @SuppressWarnings("ReferenceEquality") // there is one undefined and one null
    Object json(@Nullable Object value) {
        if (value == Undefined.instance) {
            return UNDEFINED;
        }
        if (value == Null.instance) {
            return List.of("null");
        }
        return switch (value) {
            case null -> UNINITIALIZED;
            case Dead _ -> UNINITIALIZED;
            case Boolean truth -> truth;
            case Integer number -> number;
            case Double number -> number(number);
            case SafeInteger number -> number(number.doubleValue());
            case Long number -> number(number.doubleValue());
            case BigInt number -> List.of("bigint", number.toString());
            case TruffleString text -> text(text.toJavaStringUncached());
            case Symbol symbol -> List.of("symbol", symbol.toString());
            case JSObject object -> objects.apply(object);
            case JSDynamicObject _ -> UNINITIALIZED; // what GraalJS keeps for `this` before super()
            default -> List.of("native", value.getClass().getSimpleName());
        };
    }

    static Object number(double number) {
        if (Double.isNaN(number)) {
            return List.of("NaN");
        }
        if (Double.isInfinite(number)) {
            return List.of(number > 0 ? "Infinity" : "-Infinity");
        }
        if (number == 0 && 1 / number < 0) {
            return List.of("-0");
        }
        return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE
                ? (Object) (int) number
                : (Object) number;
    }

    Object text(String text) {
        return text.length() <= longest
                ? text
                : List.of("cut", Text.begin(text, longest), text.length());
    }
}
