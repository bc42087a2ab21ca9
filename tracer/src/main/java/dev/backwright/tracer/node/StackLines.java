package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.GraalJSException.JSStackTraceElement;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSProxyObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.regex.Pattern;

/// The lines of `error.stack`, as V8 writes a call: `async Type.function [as method] (file:line:column)`.
final class StackLines {

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\w$]*");

    private StackLines() {}

    /// Gives call sites V8's text, and leaves it to Node's own library to make a stack of them.
    static void define(Host host) {
        JSRealm realm = host.realm();
        Values.set(
                realm.getCallSitePrototype(),
                "toString",
                host.function("toString", 0, call -> line(element(call.self()))));
        host.effect(
                "onStack",
                1,
                call -> {
                    Object prepare = call.at(0);
                    realm.getContext()
                            .setPrepareStackTraceCallback((in, error, sites) ->
                                    Values.call(
                                            prepare,
                                            Undefined.instance,
                                            in.getGlobalObject(),
                                            error,
                                            sites));
                });
        host.define("isHiddenCall", 1, call -> isHidden(element(call.at(0))));
    }

    private static JSStackTraceElement element(Object site) {
        return (JSStackTraceElement)
                JSObjectUtil.getHiddenProperty(
                        (JSDynamicObject) site, JSError.STACK_TRACE_ELEMENT_PROPERTY_NAME);
    }

    /// The language's own steps between two calls, which V8 does not show.
    private static boolean isHidden(JSStackTraceElement call) {
        return !hasPlace(call) && functionName(call).startsWith("[Symbol.");
    }

    private static String line(JSStackTraceElement call) {
        if (call.isPromiseAll()) {
            return "async Promise.all (index " + call.getPromiseIndex() + ")";
        }
        String async = call.isAsync() ? "async " : "";
        String place = hasPlace(call) ? Places.of(call) : "<anonymous>";
        String name = name(call);
        return async + (name.isEmpty() ? place : name + " (" + place + ")");
    }

    private static boolean hasPlace(JSStackTraceElement call) {
        return call.getLineNumber() > 0
                && !Values.text(call.getFileName()).startsWith("<builtin>")
                && !(call.getFunction() instanceof JSFunctionObject function
                        && JSFunction.getFunctionData(function).isBuiltin());
    }

    private static String name(JSStackTraceElement call) {
        if (call.isEval()) {
            return "eval";
        }
        String function = functionName(call);
        if (isConstructor(call)) {
            return "new " + (function.isEmpty() ? "<anonymous>" : function);
        }
        if (function.startsWith("<") || isTopLevel(call)) {
            return function;
        }
        String type = typeName(call.getThis());
        String method = methodName(call, function);
        if (function.isEmpty()) {
            return type + "." + (method.isEmpty() ? "<anonymous>" : method);
        }
        if (!IDENTIFIER.matcher(function).matches()) {
            return function;
        }
        String alias = method.isEmpty() || method.equals(function) ? "" : " [as " + method + "]";
        return (function.startsWith(type + ".") ? "" : type + ".") + function + alias;
    }

    private static boolean isConstructor(JSStackTraceElement call) {
        boolean superConstructor =
                call.getFunction() instanceof JSFunctionObject function
                        && JSFunction.getFunctionData(function).requiresNew();
        return call.isConstructor() || superConstructor;
    }

    private static boolean isTopLevel(JSStackTraceElement call) {
        Object self = call.getThis();
        return JSRuntime.isNullOrUndefined(self)
                || self.equals(JSRealm.get(null).getGlobalObject());
    }

    private static String functionName(JSStackTraceElement call) {
        return call.getFunction() instanceof JSFunctionObject function
                ? Names.of(function)
                : call.getFunctionName() == null ? "" : Values.text(call.getFunctionName());
    }

    private static String typeName(Object self) {
        return switch (self) {
            case JSProxyObject proxy -> "Proxy";
            case JSFunctionObject function ->
                    JSFunction.getName(function).isEmpty()
                            ? "Function"
                            : Values.text(JSFunction.getName(function));
            case JSObject object -> objectType(object);
            default -> {
                String type = Values.text(JSRuntime.typeof(self));
                yield Character.toUpperCase(type.charAt(0)) + type.substring(1);
            }
        };
    }

    private static String objectType(JSObject object) {
        String constructor = Values.text(Inspection.constructorName(object));
        var tag = JSObject.getOwnProperty(object, Symbol.SYMBOL_TO_STRING_TAG);
        return constructor.equals("Object") && tag != null && Strings.isTString(tag.getValue())
                ? Values.text(tag.getValue())
                : constructor;
    }

    /// The name of the property under which the receiver has the function: its own name if that is one, else the only one there is.
    private static String methodName(JSStackTraceElement call, String function) {
        if (!(call.getThis() instanceof JSObject self) || self instanceof JSProxyObject) {
            return "";
        }
        String found = "";
        for (Object holder = self;
                holder instanceof JSObject object && !(object instanceof JSProxyObject);
                holder = JSObject.getPrototype(object)) {
            for (Object key : JSObject.ownPropertyKeys(object)) {
                var property = JSObject.getOwnProperty(object, key);
                if (property == null
                        || !property.hasValue()
                        || !call.getFunction().equals(property.getValue())) {
                    continue;
                }
                String name = Values.text(JSRuntime.safeToString(key));
                if (name.equals(function)) {
                    return name;
                }
                if (!found.isEmpty()) {
                    return "";
                }
                found = name;
            }
        }
        return found;
    }
}
