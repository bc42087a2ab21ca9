package dev.backwright.tracer.record;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The objects that every program starts with: they are named, and what they hold is not shown.
final class Intrinsics {

    private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();

    private final Set<JSFunctionObject> functions = new HashSet<>();

    Intrinsics(JSRealm realm) {
        var global = realm.getGlobalObject();
        for (var key : JSObject.ownPropertyKeys(global)) {
            var property = JSObject.getOwnProperty(global, key);
            if (property != null
                    && property.isDataDescriptor()
                    && Values.isObject(property.getValue())) {
                names.putIfAbsent(
                        property.getValue(), JSRuntime.toJavaString(JSRuntime.toString(key)));
            }
        }
        names.put(global, "globalThis");
        addFunctions(global);
        if (ownData(global, Strings.fromJavaString("console")) instanceof JSDynamicObject console) {
            addFunctions(console);
        }
        addUnnamed(realm);
    }

    /// What no global leads to by a plain property.
    private void addUnnamed(JSRealm realm) {
        names.put(realm.getFunctionPrototype(), "Function.prototype");
        names.put(realm.getIteratorPrototype(), "Iterator.prototype");
        names.put(realm.getAsyncIteratorPrototype(), "AsyncIterator.prototype");
        names.put(realm.getGeneratorObjectPrototype(), "Generator.prototype");
        names.put(realm.getAsyncGeneratorObjectPrototype(), "AsyncGenerator.prototype");
        names.put(realm.getArrayIteratorPrototype(), "Array Iterator.prototype");
        names.put(realm.getMapIteratorPrototype(), "Map Iterator.prototype");
        names.put(realm.getSetIteratorPrototype(), "Set Iterator.prototype");
        names.put(realm.getStringIteratorPrototype(), "String Iterator.prototype");
    }

    void add(JSDynamicObject object, String name) {
        names.putIfAbsent(object, name);
        addFunctions(object);
    }

    private void addFunctions(JSDynamicObject owner) {
        for (var key : JSObject.ownPropertyKeys(owner)) {
            if (ownData(owner, key) instanceof JSFunctionObject function) {
                functions.add(function);
            }
        }
    }

    /// Whether a global object, `console` or `process` holds it.
    boolean isPublic(JSFunctionObject function) {
        return functions.contains(function);
    }

    /// Null of what the program made itself.
    @SuppressWarnings("ReferenceEquality") // a prototype is that very object
    @Nullable String name(JSDynamicObject object) {
        var known = names.get(object);
        if (known != null
                || object instanceof JSProxyObject
                || object instanceof JSFunctionObject) {
            return known;
        }
        var constructor = ownData(object, JSObject.CONSTRUCTOR);
        if (constructor instanceof JSFunctionObject function
                && Functions.written(function) == null
                && !function.getFunctionData().isBound()
                && ownData(function, JSObject.PROTOTYPE) == object) {
            names.put(object, functionName(function) + ".prototype");
        } else if (ownData(object, Strings.NEXT) instanceof JSFunctionObject next
                && next.getFunctionData().isBuiltin()
                && ownData(object, Symbol.SYMBOL_TO_STRING_TAG) instanceof TruffleString tag) {
            names.put(
                    object,
                    tag.toJavaStringUncached() + ".prototype"); // an iterator of the language's own
        }
        return names.get(object);
    }

    /// What a function of the language or of Node is called; null of any other value.
    static @Nullable String nativeName(JSDynamicObject object) {
        return object instanceof JSFunctionObject function
                        && !function.getFunctionData().isBound()
                        && Functions.written(function) == null
                ? functionName(function)
                : null;
    }

    static String functionName(JSFunctionObject function) {
        var name = ownData(function, Strings.NAME);
        return name instanceof TruffleString text ? text.toJavaStringUncached() : "";
    }

    /// Null if it has none, if that is an accessor, or if it is a proxy, which must not be asked.
    static @Nullable Object ownData(JSDynamicObject object, Object key) {
        if (object instanceof JSProxyObject) {
            return null;
        }
        var property = JSObject.getOwnProperty(object, key);
        return property != null && property.isDataDescriptor() ? property.getValue() : null;
    }
}
