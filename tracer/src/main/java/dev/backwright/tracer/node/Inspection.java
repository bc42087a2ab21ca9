package dev.backwright.tracer.node;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSDictionary;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapIteratorObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSSetIteratorObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `util.inspect` must see of an object and JavaScript alone cannot.
final class Inspection {

    private static final int KEYS = 1;
    private static final int VALUES = 2;
    private static final int BOTH = KEYS | VALUES;

    private final Host host;

    private Inspection(Host host) {
        this.host = host;
    }

    static void define(Host host) {
        var inspection = new Inspection(host);
        host.define(
                "privateSymbol",
                1,
                arguments -> Symbol.createPrivate(Strings.fromJavaString(arguments.text(0))));
        host.define("dictionary", 0, arguments -> dictionary(host.realm()));
        host.define("getProxyDetails", 2, inspection::proxyDetails);
        host.define("previewEntries", 2, inspection::previewEntries);
        host.define("getConstructorName", 1, arguments -> constructorName(arguments.at(0)));
        host.define("getOwnNonIndexProperties", 2, inspection::ownNonIndexProperties);
    }

    /// An object for thousands of properties: a shape for each step of its growth would cost more than half of a boot.
    private static Object dictionary(JSRealm realm) {
        JSObject object = JSOrdinary.create(realm.getContext(), realm);
        JSDictionary.makeDictionaryObject(object, "for thousands of properties");
        return object;
    }

    private @Nullable Object proxyDetails(Host.Arguments arguments) {
        if (!(arguments.at(0) instanceof JSProxyObject proxy)) {
            return null;
        }
        boolean both = arguments.values().size() < 2 || arguments.truthy(1);
        return both
                ? array(List.of(proxy.getProxyTarget(), proxy.getProxyHandler()))
                : proxy.getProxyTarget();
    }

    /// The entries of a collection or of what is left of its iterator; with a second argument also whether they are pairs.
    private @Nullable Object previewEntries(Host.Arguments arguments) {
        var entries = new ArrayList<Object>();
        boolean pairs = false;
        switch (arguments.at(0)) {
            case JSMapIteratorObject iterator -> {
                collect(iterator.getNextIndex(), iterator.getIterationKind(), false, entries);
                pairs = iterator.getIterationKind() == BOTH;
            }
            case JSSetIteratorObject iterator -> {
                pairs = iterator.getIterationKind() == BOTH;
                collect(iterator.getNextIndex(), pairs ? BOTH : KEYS, true, entries);
            }
            case JSMapObject map -> {
                collect(map.getMap().getEntries(), BOTH, false, entries);
                pairs = true;
            }
            case JSSetObject set -> collect(set.getMap().getEntries(), KEYS, true, entries);
            default -> {
                return null;
            }
        }
        Object all = array(entries);
        return arguments.values().size() > 1 ? array(List.of(all, pairs)) : all;
    }

    private static void collect(
            JSHashMap.@Nullable Cursor from, int kind, boolean set, List<Object> into) {
        if (from == null) {
            return;
        }
        for (var cursor = from.copy(); cursor.advance(); ) {
            if ((kind & KEYS) != 0) {
                into.add(cursor.getKey());
            }
            if ((kind & VALUES) != 0) {
                into.add(set ? cursor.getKey() : cursor.getValue());
            }
        }
    }

    static Object constructorName(Object value) {
        Object key = Strings.fromJavaString("constructor");
        for (Object object = value;
                object instanceof JSObject owner;
                object = JSObject.getPrototype(owner)) {
            var property = JSObject.getOwnProperty(owner, key);
            if (property != null
                    && property.getValue() instanceof JSFunctionObject function
                    && !JSFunction.getName(function).isEmpty()) {
                return JSFunction.getName(function);
            }
        }
        return JSObject.getClassName((JSDynamicObject) value);
    }

    private Object ownNonIndexProperties(Host.Arguments arguments) {
        var owner = (JSDynamicObject) arguments.at(0);
        boolean onlyEnumerable = arguments.integer(1, 0) != 0;
        var names = new ArrayList<Object>();
        for (Object key : JSObject.ownPropertyKeys(owner)) {
            if (isIndex(key) || (onlyEnumerable && !isEnumerable(owner, key))) {
                continue;
            }
            names.add(key);
        }
        return array(names);
    }

    private static boolean isIndex(Object key) {
        return key instanceof TruffleString
                && JSRuntime.isArrayIndex(JSRuntime.propertyKeyToArrayIndex(key));
    }

    private static boolean isEnumerable(JSDynamicObject owner, Object key) {
        var property = JSObject.getOwnProperty(owner, key);
        return property != null && property.getEnumerable();
    }

    private Object array(List<?> items) {
        return Values.array(host.realm(), items);
    }
}
