package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JavaScript's values in the hands of Java, and back.
final class Values {

    private Values() {}

    static Object string(String text) {
        return Strings.fromJavaString(text);
    }

    static String text(Object value) {
        return JSRuntime.toJavaString(value);
    }

    static int integer(Object value, int otherwise) {
        return JSRuntime.isNullOrUndefined(value) ? otherwise : (int) JSRuntime.toInteger(value);
    }

    static boolean truthy(Object value) {
        return JSRuntime.toBoolean(value);
    }

    /// A Java value as JavaScript has it: `null` is `undefined`, a string is a string.
    static Object of(@Nullable Object value) {
        return switch (value) {
            case null -> Undefined.instance;
            case String text -> string(text);
            case Long number -> (double) number;
            default -> value;
        };
    }

    static Object array(JSRealm realm, List<?> items) {
        return JSArray.createConstant(
                realm.getContext(), realm, items.stream().map(Values::of).toArray());
    }

    static Object get(Object object, String name) {
        return JSObject.get((JSDynamicObject) object, Strings.fromJavaString(name));
    }

    static Object item(Object object, int index) {
        return JSObject.get((JSDynamicObject) object, index);
    }

    static void set(Object object, String name, Object value) {
        JSObject.set((JSDynamicObject) object, Strings.fromJavaString(name), value);
    }

    static Object call(Object function, Object self, Object... arguments) {
        return JSFunction.call((JSFunctionObject) function, self, arguments);
    }

    /// Calls the method of that name.
    static Object invoke(Object object, String method, Object... arguments) {
        return call(get(object, method), object, arguments);
    }
}
