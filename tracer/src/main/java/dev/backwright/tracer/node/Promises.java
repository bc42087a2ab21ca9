package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.JSAgent;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.PromiseHook;
import com.oracle.truffle.js.runtime.PromiseRejectionTracker;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.Symbol;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Promises as Node watches them: their states, rejections nobody handles, hooks, and what is carried from a promise to its reactions.
final class Promises implements PromiseRejectionTracker {

    private static final Symbol CARRIED = Symbol.create(Strings.fromJavaString("carried"));

    /// Node gives init, before, after, resolve; GraalJS counts init, resolve, before, after.
    private static final int[] HOOK_OF_TYPE = {0, 3, 1, 2};

    private final JSRealm realm;
    private Object onRejection = Undefined.instance;

    private Promises(Host host) {
        this.realm = host.realm();
    }

    static void define(Host host) {
        var promises = new Promises(host);
        JSAgent agent = host.realm().getAgent();
        host.realm().getContext().setPromiseRejectionTracker(agent, promises);
        host.define("getPromiseDetails", 1, promises::details);
        host.effect("markPromiseAsHandled", 1, Promises::markAsHandled);
        host.effect("setPromiseHooks", 4, promises::setHooks);
        host.effect("onRejection", 1, call -> promises.onRejection = call.at(0));
        host.define(
                "getCarried",
                0,
                call -> agent.getAsyncContextMapping().getOrDefault(CARRIED, Undefined.instance));
        host.effect(
                "setCarried",
                1,
                call ->
                        agent.asyncContextSwap(
                                agent.getAsyncContextMapping().withMapping(CARRIED, call.at(0))));
    }

    private @Nullable Object details(Host.Arguments call) {
        if (!(call.at(0) instanceof JSPromiseObject promise)) {
            return null;
        }
        int state = promise.getPromiseState();
        return Values.array(
                realm, state == 0 ? List.of(0) : List.of(state, promise.getPromiseResult()));
    }

    private static void markAsHandled(Host.Arguments call) {
        if (call.at(0) instanceof JSPromiseObject promise) {
            promise.setIsHandled(true);
        }
    }

    private void setHooks(Host.Arguments call) {
        boolean any = call.values().stream().anyMatch(JSFunctionObject.class::isInstance);
        realm.getContext().setPromiseHook(any ? hook(call) : null);
    }

    private static PromiseHook hook(Host.Arguments hooks) {
        return (type, promise, parent) -> {
            if (hooks.at(HOOK_OF_TYPE[type]) instanceof JSFunctionObject function) {
                Values.call(
                        function,
                        Undefined.instance,
                        promise,
                        parent == null ? Undefined.instance : parent);
            }
        };
    }

    @Override
    public void promiseRejected(JSDynamicObject promise, Object reason) {
        tell(0, promise, reason);
    }

    @Override
    public void promiseRejectionHandled(JSDynamicObject promise) {
        tell(1, promise, Undefined.instance);
    }

    @Override
    public void promiseRejectedAfterResolved(JSDynamicObject promise, Object reason) {
        tell(2, promise, reason);
    }

    @Override
    public void promiseResolvedAfterResolved(JSDynamicObject promise, Object value) {
        tell(3, promise, value);
    }

    private void tell(int type, JSDynamicObject promise, Object value) {
        if (onRejection instanceof JSFunctionObject function) {
            Values.call(function, Undefined.instance, type, promise, value);
        }
    }
}
