package dev.backwright.tracer.record;

import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSArrayBase;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Looks into objects of Node's own library without running any of its code.
final class Peek {

    private static final Map<String, TruffleString> KEYS = new ConcurrentHashMap<>();

    private Peek() {}

    static @Nullable Object at(@Nullable Object object, String name) {
        if (!(object instanceof JSObject js) || js instanceof JSProxyObject) {
            return null;
        }
        var key = KEYS.computeIfAbsent(name, Strings::fromJavaString);
        var property = js.getShape().getProperty(key);
        if (property == null) {
            return null; // the usual answer, and quick
        }
        return Intrinsics.ownData(js, key);
    }

    static @Nullable Object item(@Nullable Object array, long index) {
        return array instanceof JSArrayBase items && items.getArrayType().hasElement(items, index)
                ? items.getArrayType().getElement(items, index)
                : null;
    }

    static double number(@Nullable Object object, String name) {
        return at(object, name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    static int integer(@Nullable Object object, String name) {
        return at(object, name) instanceof Number number ? number.intValue() : 0;
    }

    static @Nullable JSDynamicObject object(@Nullable Object object, String name) {
        return at(object, name) instanceof JSObject found ? found : null;
    }

    /// A private field of a class of Node's: `#heap`.
    static @Nullable Object field(@Nullable Object object, String name) {
        if (object instanceof JSDynamicObject js) {
            for (var property : js.getShape().getPropertyListInternal(true)) {
                if (property.getKey() instanceof HiddenKey key && key.getName().equals(name)) {
                    return Raw.value(property, js);
                }
            }
        }
        return null;
    }

    static String text(@Nullable Object value) {
        return JSRuntime.toJavaString(JSRuntime.toString(value));
    }
}
