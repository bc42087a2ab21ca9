package dev.backwright.tracer.record;

import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSArrayBase;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.PropertyDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// An object's own properties. A getter is shown, never called.
final class Properties {

    /// Of a function its prototype is worth a look; the rest every function has.
    private static final Set<String> OF_EVERY_FUNCTION =
            Set.of("length", "name", "arguments", "caller");

    /// Node keeps books on objects of the program.
    private static final Set<String> BOOKKEEPING =
            Set.of(
                    "_events",
                    "_eventsCount",
                    "_maxListeners",
                    "_idleTimeout",
                    "_idlePrev",
                    "_idleNext",
                    "_idleStart",
                    "_onTimeout",
                    "_timerArgs",
                    "_repeat",
                    "_destroyed",
                    "_onImmediate",
                    "_argv");

    private static final Pattern BOOKKEEPING_SYMBOL =
            Pattern.compile(
                    "k[A-Z]\\w*|shapeMode|\\w*async_id\\w*|(?:nodejs|events|node:)\\..*|refed|triggerId|asyncId");

    private final Values values;
    private final Limits limits;

    Properties(Values values, Limits limits) {
        this.values = values;
        this.limits = limits;
    }

    void describe(JSDynamicObject object, Map<String, Object> shown) {
        var props = new LinkedHashMap<String, Object>();
        var symbols = new LinkedHashMap<String, Object>();
        var hidden = new LinkedHashMap<String, Object>();
        long more = Math.max(0, length(object) - limits.properties());
        for (var key : keys(object)) {
            if (isBookkeeping(object, key)) {
                continue;
            }
            if (props.size() + symbols.size() >= limits.properties()) {
                more++;
                continue;
            }
            var property = JSObject.getOwnProperty(object, key);
            if (property != null) {
                var name = name(key);
                (key instanceof Symbol ? symbols : props).put(name, json(property));
                if (!property.getEnumerable()) {
                    hidden.put(name, true);
                }
            }
        }
        put(shown, "props", props);
        put(shown, "symbols", symbols);
        put(shown, "hidden", hidden);
        put(shown, "private", fields(object));
        if (more > 0) {
            shown.put("more", (int) Math.min(more, Integer.MAX_VALUE));
        }
        integrity(object, shown);
    }

    /// Of a long array only the first elements: it may have millions, and each would be made a key.
    private List<?> keys(JSDynamicObject object) {
        if (Buffers.isBuffer(object)) {
            return List.of();
        }
        return length(object) > limits.properties()
                ? LongStream.range(0, limits.properties()).mapToObj(Strings::fromLong).toList()
                : JSObject.ownPropertyKeys(object);
    }

    /// How many elements an array has; 0 of anything else.
    private static long length(JSDynamicObject object) {
        return switch (object) {
            case JSTypedArrayObject array when !Buffers.isBuffer(array) -> array.getLength();
            case JSArrayBase array -> array.getArrayType().length(array);
            default -> 0;
        };
    }

    private static void put(Map<String, Object> shown, String name, Map<String, Object> part) {
        if (!part.isEmpty()) {
            shown.put(name, part);
        }
    }

    private static boolean isBookkeeping(JSDynamicObject object, Object key) {
        if (key instanceof Symbol symbol) {
            var description = symbol.getDescription();
            return description instanceof com.oracle.truffle.api.strings.TruffleString text
                    && BOOKKEEPING_SYMBOL.matcher(text.toJavaStringUncached()).matches();
        }
        var name = JSRuntime.toJavaString(key);
        return BOOKKEEPING.contains(name)
                || (object instanceof JSErrorObject && name.equals("stack"))
                || (object instanceof JSFunctionObject function
                        && isEveryFunctions(function, name));
    }

    /// A plain function's prototype is made when it is first asked for, and asking is not for us.
    private static boolean isEveryFunctions(JSFunctionObject function, String name) {
        return OF_EVERY_FUNCTION.contains(name)
                || (name.equals("prototype") && !Values.isObject(function.getClassPrototype()));
    }

    private static String name(Object key) {
        return key instanceof Symbol symbol ? symbol.toString() : JSRuntime.toJavaString(key);
    }

    private Object json(PropertyDescriptor property) {
        return property.isAccessorDescriptor()
                ? List.of(
                        "accessor", values.json(property.getGet()), values.json(property.getSet()))
                : values.json(property.getValue());
    }

    /// GraalJS keeps `#n` under a hidden key of that name.
    private Map<String, Object> fields(JSDynamicObject object) {
        var fields = new LinkedHashMap<String, Object>();
        var shape = object.getShape();
        for (var property : shape.getPropertyListInternal(true)) {
            if (property.getKey() instanceof HiddenKey key && key.getName().startsWith("#")) {
                fields.put(key.getName(), values.json(Raw.value(property, object)));
            }
        }
        return fields;
    }

    @Nullable Object hidden(JSDynamicObject object, HiddenKey key) {
        var property = object.getShape().getProperty(key);
        return property == null ? null : Raw.value(property, object);
    }

    private static void integrity(JSDynamicObject object, Map<String, Object> shown) {
        if (object instanceof JSFunctionObject || JSObject.isExtensible(object)) {
            return;
        }
        shown.put(
                "sealed",
                object.testIntegrityLevel(true)
                        ? "frozen"
                        : object.testIntegrityLevel(false) ? "sealed" : "closed");
    }
}
