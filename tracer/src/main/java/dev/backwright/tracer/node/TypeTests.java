package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.builtins.*;
import java.util.function.Predicate;

/// `util.types`: what kind of object something is, without asking the object.
final class TypeTests {

    private final Host host;

    private TypeTests(Host host) {
        this.host = host;
    }

    static void define(Host host) {
        var tests = new TypeTests(host);
        tests.collections();
        tests.boxed();
        tests.functions();
        tests.buffers();
        tests.others();
    }

    private void collections() {
        is("isMap", JSMapObject.class::isInstance);
        is("isSet", JSSetObject.class::isInstance);
        is("isWeakMap", JSWeakMapObject.class::isInstance);
        is("isWeakSet", JSWeakSetObject.class::isInstance);
        is("isMapIterator", JSMapIteratorObject.class::isInstance);
        is("isSetIterator", JSSetIteratorObject.class::isInstance);
    }

    private void boxed() {
        is("isBigIntObject", JSBigIntObject.class::isInstance);
        is("isBooleanObject", JSBooleanObject.class::isInstance);
        is("isNumberObject", JSNumberObject.class::isInstance);
        is("isStringObject", JSStringObject.class::isInstance);
        is("isSymbolObject", JSSymbolObject.class::isInstance);
        is("isBoxedPrimitive", TypeTests::isBoxed);
    }

    private static boolean isBoxed(Object value) {
        return value instanceof JSBigIntObject
                || value instanceof JSBooleanObject
                || value instanceof JSNumberObject
                || value instanceof JSStringObject
                || value instanceof JSSymbolObject;
    }

    private void functions() {
        is(
                "isAsyncFunction",
                value ->
                        value instanceof JSFunctionObject function
                                && JSFunction.getFunctionData(function).isAsync());
        is(
                "isGeneratorFunction",
                value ->
                        value instanceof JSFunctionObject function
                                && JSFunction.getFunctionData(function).isGenerator());
        is(
                "isGeneratorObject",
                value ->
                        value instanceof JSGeneratorObject
                                || value instanceof JSAsyncGeneratorObject);
        is("isConstructor", JSRuntime::isConstructor);
    }

    private void buffers() {
        is("isAnyArrayBuffer", JSArrayBufferObject.class::isInstance);
        is(
                "isArrayBuffer",
                value ->
                        value instanceof JSArrayBufferObject
                                && !JSSharedArrayBuffer.isJSSharedArrayBuffer(value));
        is("isSharedArrayBuffer", JSSharedArrayBuffer::isJSSharedArrayBuffer);
        is("isDataView", JSDataViewObject.class::isInstance);
    }

    private void others() {
        is("isExternal", value -> false);
        is("isDate", JSDateObject.class::isInstance);
        is("isArgumentsObject", JSArgumentsObject.class::isInstance);
        is("isNativeError", JSErrorObject.class::isInstance);
        is("isRegExp", JSRegExpObject.class::isInstance);
        is("isPromise", JSPromiseObject.class::isInstance);
        is("isProxy", JSProxyObject.class::isInstance);
        is("isModuleNamespaceObject", JSModuleNamespaceObject.class::isInstance);
    }

    private void is(String name, Predicate<Object> test) {
        host.define(name, 1, arguments -> test.test(arguments.at(0)));
    }
}
