package dev.backwright.tracer.record;

import com.oracle.truffle.api.object.Property;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.BigInt;
import com.oracle.truffle.js.runtime.builtins.JSArrayBase;
import com.oracle.truffle.js.runtime.builtins.JSDateObject;
import com.oracle.truffle.js.runtime.builtins.JSDictionary;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSMapObject;
import com.oracle.truffle.js.runtime.builtins.JSModuleNamespaceObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.builtins.JSSetObject;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSOrdinaryObject;
import com.oracle.truffle.js.runtime.objects.PropertyProxy;
import com.oracle.truffle.js.runtime.util.JSHashMap;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes an object's bare contents, so cheaply that every object can be looked at in every step. Asks no getter and no proxy.
final class Raw {

    private final IdentityHashMap<Shape, Property[]> properties = new IdentityHashMap<>();
    private final int most;

    Raw(int most) {
        this.most = most;
    }

    /// Whether a value is still the one it was.
    @SuppressWarnings("ReferenceEquality") // the quick answer first
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        return switch (one) {
            case Number number -> number.equals(other);
            case TruffleString text -> text.equals(other);
            case Boolean truth -> truth.equals(other);
            case BigInt number -> number.equals(other);
            case null, default -> false;
        };
    }

    /// As it is stored: of a getter or setter the pair of functions.
    @SuppressWarnings("deprecation") // what replaces it looks the key up in each object again
    static Object value(Property property, JSDynamicObject object) {
        return property.get(object, false);
    }

    /// Everything that can change about it, in an order that stays.
    void take(JSDynamicObject object, List<@Nullable Object> contents) {
        if (object instanceof JSProxyObject proxy) {
            contents.add(proxy.getProxyTarget());
            contents.add(proxy.getProxyHandler());
            return;
        }
        var shape = object.getShape();
        contents.add(shape);
        contents.add(JSObject.getPrototype(object));
        for (var property : properties.computeIfAbsent(shape, Raw::propertiesOf)) {
            contents.add(Raw.value(property, object));
        }
        if (JSDictionary.isJSDictionaryObject(object)) {
            takeDictionary(object, contents);
        }
        takeInner(object, contents);
    }

    /// Whether a plain object holds what was taken of it, told without taking it again; false of any other object.
    @SuppressWarnings("ReferenceEquality") // a shape and a prototype are themselves
    boolean holds(JSDynamicObject object, List<@Nullable Object> contents) {
        var shape = object.getShape();
        if (!(object instanceof JSOrdinaryObject)
                || contents.get(0) != shape
                || JSDictionary.isJSDictionaryObject(object)
                || contents.get(1) != JSObject.getPrototype(object)) {
            return false;
        }
        var all = properties.get(shape);
        if (all == null || all.length + 2 != contents.size()) {
            return false;
        }
        for (int i = 0; i < all.length; i++) {
            if (!same(value(all[i], object), contents.get(i + 2))) {
                return false;
            }
        }
        return true;
    }

    /// An object from which much was deleted keeps its properties apart from its shape.
    private static void takeDictionary(JSDynamicObject object, List<@Nullable Object> contents) {
        for (var key : JSObject.ownPropertyKeys(object)) {
            var property = JSObject.getOwnProperty(object, key);
            contents.add(key);
            contents.add(property == null ? null : property.getValue());
        }
    }

    private static Property[] propertiesOf(Shape shape) {
        var list = new ArrayList<Property>();
        for (var property : shape.getPropertyListInternal(true)) {
            if (!(property.getLocation().isConstant()
                    && property.getLocation().getConstantValue() instanceof PropertyProxy)) {
                list.add(property);
            }
        }
        return list.toArray(Property[]::new);
    }

    private void takeInner(JSDynamicObject object, List<@Nullable Object> contents) {
        switch (object) {
            case JSTypedArrayObject array -> takeNumbers(array, contents);
            case JSArrayBase array -> takeElements(array, contents);
            case JSMapObject map -> takeEntries(map.getMap(), contents);
            case JSSetObject set -> takeEntries(set.getMap(), contents);
            case JSPromiseObject promise -> {
                contents.add(promise.getPromiseState());
                contents.add(promise.getPromiseResult());
                var reactions = promise.getPromiseFulfillReactions();
                contents.add(reactions == null ? 0 : reactions.size());
            }
            case JSModuleNamespaceObject module ->
                    contents.addAll(Bindings.exported(module).values());
            case JSFunctionObject function -> contents.add(function.getClassPrototype());
            case JSDateObject date -> contents.add(date.getTimeMillis());
            default -> {}
        }
    }

    private void takeElements(JSArrayBase array, List<@Nullable Object> contents) {
        var type = array.getArrayType();
        long length = type.length(array);
        contents.add(length);
        contents.add(type.isFrozen() ? 2 : type.isSealed() ? 1 : 0);
        for (long i = 0; i < Math.min(length, most); i++) {
            contents.add(type.hasElement(array, i) ? type.getElement(array, i) : Raw.class);
        }
    }

    private void takeNumbers(JSTypedArrayObject array, List<@Nullable Object> contents) {
        contents.add(array.getLength());
        for (int i = 0; i < Math.min(array.getLength(), most); i++) {
            contents.add(JSObject.get(array, i));
        }
    }

    private void takeEntries(JSHashMap entries, List<@Nullable Object> contents) {
        contents.add(entries.size());
        var cursor = entries.getEntries();
        for (int i = 0; i < most && cursor.advance(); i++) {
            contents.add(cursor.getKey());
            contents.add(cursor.getValue());
        }
    }
}
