package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.object.HiddenKey;
import com.oracle.truffle.js.runtime.JSFrameUtil;
import com.oracle.truffle.js.runtime.JobCallback;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.PromiseReactionRecord;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/// Reads what a promise job of GraalJS is about. The language keeps that under hidden keys of the job's function.
final class Microtasks {

    /// @param kind as the format has it: reaction, await, thenable, microtask
    /// @param function the program's function it will call; null if there is none
    /// @param promise the promise it is about; null if there is none
    record Task(
            String kind, @Nullable JSFunctionObject function, @Nullable JSDynamicObject promise) {}

    private static final String NODES = "com.oracle.truffle.js.nodes.";
    private static final HiddenKey REACTION = key("promise.PromiseReactionJobNode", "REACTION_KEY");
    private static final HiddenKey THENABLE =
            key("promise.CreateResolvingFunctionNode", "THENABLE_KEY");
    private static final HiddenKey PROMISE =
            key("promise.CreateResolvingFunctionNode", "PROMISE_KEY");
    private static final HiddenKey SUSPENDED = key("control.AbstractAwaitNode", "ASYNC_CONTEXT");

    private Microtasks() {}

    private static HiddenKey key(String owner, String name) {
        try {
            Field field = Class.forName(NODES + owner).getDeclaredField(name);
            field.setAccessible(true);
            return (HiddenKey) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new RecordingException("This GraalJS has no " + owner + "." + name + ".", e);
        }
    }

    static Task read(JSFunctionObject job) {
        if (hidden(job, REACTION) instanceof PromiseReactionRecord reaction) {
            return reaction(reaction);
        }
        if (hidden(job, THENABLE) instanceof JSDynamicObject) {
            return new Task("thenable", null, object(hidden(job, PROMISE)));
        }
        return new Task("microtask", queued(job), null);
    }

    /// Node binds a function of its own to an object that holds the program's.
    private static @Nullable JSFunctionObject queued(JSFunctionObject job) {
        if (!(job instanceof JSFunctionObject.Bound bound)) {
            return job;
        }
        return Peek.at(bound.getBoundThis(), "callback") instanceof JSFunctionObject callback
                ? callback
                : null;
    }

    private static Task reaction(PromiseReactionRecord reaction) {
        var handler = handler(reaction);
        var suspended = handler == null ? null : suspended(handler);
        if (suspended != null) {
            return new Task("await", JSFrameUtil.getFunctionObject(suspended), null);
        }
        var capability = reaction.getCapability();
        return new Task("reaction", handler, capability == null ? null : capability.getPromise());
    }

    private static @Nullable JSFunctionObject handler(PromiseReactionRecord reaction) {
        JobCallback callback = reaction.getHandler();
        return callback != null && callback.callback() instanceof JSFunctionObject function
                ? function
                : null;
    }

    /// The frame of the async function that goes on when this handler runs; null if it is a handler of the program's.
    static @Nullable Frame suspended(JSFunctionObject handler) {
        return hidden(handler, SUSPENDED) instanceof Frame frame ? frame : null;
    }

    /// The promise that a function resolves; null if it is no such function.
    static @Nullable JSDynamicObject resolvedBy(JSDynamicObject function) {
        return object(hidden(function, PROMISE));
    }

    /// The async functions that wait for a promise.
    static @Nullable Frame awaiting(
            com.oracle.truffle.js.runtime.builtins.JSPromiseObject promise) {
        var reactions = promise.getPromiseFulfillReactions();
        for (int i = 0; reactions != null && i < reactions.size(); i++) {
            var handler = handler(reactions.get(i));
            var frame = handler == null ? null : suspended(handler);
            if (frame != null) {
                return frame;
            }
        }
        return null;
    }

    private static @Nullable Object hidden(JSDynamicObject object, HiddenKey key) {
        return JSObjectUtil.getHiddenProperty(object, key);
    }

    private static @Nullable JSDynamicObject object(@Nullable Object value) {
        return value instanceof JSDynamicObject object ? object : null;
    }
}
