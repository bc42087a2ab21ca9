package dev.backwright.tracer.record;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.*;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an object is, and what the console would call it.
final class Kind {

    private static final int FARTHEST_PROTOTYPE = 100;

    private Kind() {}

    static String of(JSDynamicObject object) {
        return switch (object) {
            case JSProxyObject _ -> "proxy";
            case JSFunctionObject function ->
                    function.getFunctionData().isClassConstructor() ? "class" : "function";
            case JSArgumentsObject _ -> "arguments";
            case JSArrayObject _ -> "array";
            case JSMapObject _ -> "map";
            case JSSetObject _ -> "set";
            case JSWeakMapObject _ -> "weakmap";
            case JSWeakSetObject _ -> "weakset";
            case JSPromiseObject _ -> "promise";
            case JSErrorObject _ -> "error";
            case JSDateObject _ -> "date";
            case JSRegExpObject _ -> "regexp";
            case JSSymbolObject _ -> "symbol";
            case JSNumberObject _, JSStringObject _, JSBooleanObject _, JSBigIntObject _ -> "boxed";
            case JSGeneratorObject _, JSAsyncGeneratorObject _ -> "generator";
            case JSModuleNamespaceObject _ -> "module";
            case JSArrayBufferObject _ -> "buffer";
            case JSTypedArrayObject _ -> Buffers.isBuffer(object) ? "buffer" : "typedarray";
            case JSDataViewObject _ -> "typedarray";
            default -> "object";
        };
    }

    /// The name of the nearest `constructor` up the prototypes; no getter is asked.
    static String className(JSDynamicObject object) {
        int far = 0;
        for (var at = object; Values.isObject(at) && far < FARTHEST_PROTOTYPE; far++) {
            if (at instanceof JSProxyObject) {
                break;
            }
            if (Intrinsics.ownData(at, JSObject.CONSTRUCTOR) instanceof JSFunctionObject maker) {
                return Intrinsics.functionName(maker);
            }
            at = JSObject.getPrototype(at);
        }
        return far == 1
                ? "[Object: null prototype]"
                : JSObject.getClassName(object).toJavaStringUncached();
    }

    /// In one line what its properties do not say.
    static @Nullable String text(JSDynamicObject object) {
        return switch (object) {
            case JSErrorObject error -> error(error);
            case JSDateObject date -> date(date.getTimeMillis());
            case JSRegExpObject regexp -> JSRegExp.prototypeToString(regexp).toJavaStringUncached();
            case JSNumberObject number -> number.getNumber().toString();
            case JSStringObject string -> string.getString().toString();
            case JSBooleanObject truth -> Boolean.toString(truth.getBooleanValue());
            case JSBigIntObject number -> number.getBigIntValue() + "n";
            case JSSymbolObject symbol -> symbol.getSymbol().toString();
            default -> Buffers.text(object);
        };
    }

    private static String error(JSErrorObject error) {
        var message = Intrinsics.ownData(error, Strings.MESSAGE);
        var name = className(error);
        return message instanceof TruffleString text && !text.isEmpty()
                ? name + ": " + text.toJavaStringUncached()
                : name;
    }

    private static String date(double time) {
        return Double.isNaN(time) ? "Invalid Date" : Instant.ofEpochMilli((long) time).toString();
    }
}
