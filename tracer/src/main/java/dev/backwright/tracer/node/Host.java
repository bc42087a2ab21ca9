package dev.backwright.tracer.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.JavaScriptRootNode;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionData;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The object `host` of our JavaScript: functions written in Java.
///
/// A Java exception cannot be caught by JavaScript. What a program may see is thrown as one of `Errors.create…`.
final class Host {

    /// What such a function does; `null` is `undefined`, a Java string a string.
    interface Body {
        @Nullable Object call(Arguments arguments);
    }

    /// One call's `this` and arguments; what was not given is `undefined`.
    static final class Arguments {
        private final Object self;
        private final Object[] values;

        Arguments(Object self, Object... values) {
            this.self = self;
            this.values = values;
        }

        Object self() {
            return self;
        }

        List<Object> values() {
            return Arrays.asList(values);
        }

        /// The same call with its first argument as `this`.
        Arguments shifted() {
            return new Arguments(values[0], Arrays.copyOfRange(values, 1, values.length));
        }

        Object at(int index) {
            return index < values.length ? values[index] : Undefined.instance;
        }

        String text(int index) {
            return Values.text(at(index));
        }

        int integer(int index, int otherwise) {
            return Values.integer(at(index), otherwise);
        }

        double number(int index) {
            return JSRuntime.toDouble(at(index));
        }

        boolean truthy(int index) {
            return Values.truthy(at(index));
        }
    }

    private final JSRealm realm;
    private final JSObject object;

    Host(JSRealm realm) {
        this.realm = realm;
        this.object = JSOrdinary.create(realm.getContext(), realm);
    }

    JSRealm realm() {
        return realm;
    }

    JSObject object() {
        return object;
    }

    void define(String name, int length, Body body) {
        Values.set(object, name, function(name, length, body));
    }

    /// One that is called for what it does: it gives `undefined`.
    void effect(String name, int length, Consumer<Arguments> body) {
        define(
                name,
                length,
                call -> {
                    body.accept(call);
                    return null;
                });
    }

    JSObject function(String name, int length, Body body) {
        JSContext context = realm.getContext();
        var data =
                JSFunctionData.createCallOnly(
                        context,
                        new Call(context, body).getCallTarget(),
                        length,
                        Strings.fromJavaString(name));
        return JSFunction.create(realm, data);
    }

    private static final class Call extends JavaScriptRootNode {
        private final Body body;

        Call(JSContext context, Body body) {
            super(context.getLanguage(), null, null);
            this.body = body;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object[] all = frame.getArguments();
            var arguments =
                    new Arguments(
                            JSArguments.getThisObject(all), JSArguments.extractUserArguments(all));
            return Values.of(body.call(arguments));
        }
    }
}
