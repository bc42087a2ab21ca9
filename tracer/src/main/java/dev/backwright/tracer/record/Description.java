package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSModuleNamespaceObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Describes an object as the format has it.
final class Description {

    private static final List<String> PROMISE_STATES = List.of("pending", "fulfilled", "rejected");

    private final Values values;
    private final Properties properties;
    private final Functions functions;
    private final Scopes scopes;
    private final Limits limits;
    private final Heap heap;

    Description(Heap heap, Values values, Functions functions, Scopes scopes, Limits limits) {
        this.heap = heap;
        this.values = values;
        this.functions = functions;
        this.scopes = scopes;
        this.limits = limits;
        this.properties = new Properties(values, limits);
    }

    static Map<String, Object> intrinsic(String name) {
        return Map.of("kind", "intrinsic", "class", name);
    }

    Map<String, Object> of(JSDynamicObject object) {
        var shown = new LinkedHashMap<String, Object>();
        var kind = Kind.of(object);
        shown.put("kind", kind);
        if (object instanceof JSProxyObject proxy) {
            shown.put("class", "Proxy");
            shown.put("target", values.json(proxy.getProxyTarget()));
            shown.put("handler", values.json(proxy.getProxyHandler()));
            return shown;
        }
        shown.put("class", Kind.className(object));
        if (object instanceof JSModuleNamespaceObject module) {
            exports(module, shown);
            return shown;
        }
        var proto = JSObject.getPrototype(object);
        if (Values.isObject(proto)) {
            shown.put("proto", heap.number(proto));
        }
        properties.describe(object, shown);
        inner(object, shown);
        var text = Kind.text(object);
        if (text != null) {
            shown.put("text", Text.begin(text, limits.text()));
        }
        return shown;
    }

    private void exports(JSModuleNamespaceObject module, Map<String, Object> shown) {
        var exports = Bindings.exported(module);
        var props = new LinkedHashMap<String, Object>();
        exports.forEach((name, value) -> {
            if (props.size() < limits.properties()) {
                props.put(name, values.json(value));
            }
        });
        if (!props.isEmpty()) {
            shown.put("props", props);
        }
        if (exports.size() > props.size()) {
            shown.put("more", exports.size() - props.size());
        }
    }

    private void inner(JSDynamicObject object, Map<String, Object> shown) {
        switch (object) {
            case JSPromiseObject promise -> promise(promise, shown);
            case JSMapObject map -> entries(map.getMap(), true, shown);
            case JSSetObject set -> entries(set.getMap(), false, shown);
            case JSFunctionObject.Bound bound ->
                    shown.put("target", values.json(bound.getBoundTargetFunction()));
            case JSFunctionObject function -> function(function, shown);
            default -> {}
        }
    }

    private void promise(JSPromiseObject promise, Map<String, Object> shown) {
        int state = promise.getPromiseState();
        shown.put("state", PROMISE_STATES.get(state));
        if (state > 0) {
            shown.put("result", values.json(promise.getPromiseResult()));
        }
        var reactions = promise.getPromiseFulfillReactions();
        if (reactions != null && reactions.size() > 0) {
            shown.put("reactions", reactions.size());
        }
    }

    private void entries(JSHashMap map, boolean keyed, Map<String, Object> shown) {
        var entries = new LinkedHashMap<String, Object>();
        var cursor = map.getEntries();
        while (entries.size() < limits.properties() && cursor.advance()) {
            var key = values.json(cursor.getKey());
            entries.put(
                    Integer.toString(entries.size()),
                    keyed ? List.of(key, values.json(cursor.getValue())) : List.of(key));
        }
        shown.put("entries", entries);
        if (map.size() > entries.size()) {
            shown.merge(
                    "more", map.size() - entries.size(), (one, other) -> (int) one + (int) other);
        }
    }

    private void function(JSFunctionObject function, Map<String, Object> shown) {
        if (Functions.written(function) == null) {
            return;
        }
        shown.put("function", functions.index(function));
        var scope = scopes.closedOver(function);
        if (scope != null) {
            scopes.look(scope);
            shown.put("scope", scope.number);
        }
        var home =
                properties.hidden(
                        function, com.oracle.truffle.js.runtime.builtins.JSFunction.HOME_OBJECT_ID);
        if (home instanceof JSDynamicObject) {
            shown.put("home", values.json(home));
        }
    }
}
