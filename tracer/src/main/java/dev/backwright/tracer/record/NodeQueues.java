package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads Node's own queues where Node keeps them: ticks, timers, immediates.
final class NodeQueues implements Jobs.Source {

    private static final int TICKS_PER_BUFFER_MASK = 2047;

    private final Object tickQueue;
    private final Object timerLists;
    private final Object immediates;
    private final Predicate<JSFunctionObject> isPublic;
    private @Nullable JSDynamicObject lastImmediate;

    /// @param nextTick `process.nextTick`, around which stands the queue
    /// @param timers what `internal/timers` exports
    /// @param isPublic whether a program can get hold of a function of Node's
    NodeQueues(JSFunctionObject nextTick, Object timers, Predicate<JSFunctionObject> isPublic) {
        this.isPublic = isPublic;
        this.tickQueue = enclosing(nextTick, "queue");
        this.timerLists = required(Peek.at(timers, "timerListMap"), "timerListMap");
        this.immediates = required(Peek.at(timers, "immediateQueue"), "immediateQueue");
    }

    private static Object enclosing(JSFunctionObject function, String variable) {
        for (MaterializedFrame frame = function.getEnclosingFrame(); frame != null; ) {
            var slots = Slots.all(frame.getFrameDescriptor());
            for (int i = 0; i < slots.size(); i++) {
                if (slots.name(i).equals(variable)) {
                    return required(slots.read(frame, i), variable);
                }
            }
            frame = Scopes.parent(frame) instanceof MaterializedFrame outer ? outer : null;
        }
        throw new RecordingException("This Node keeps its nextTick queue elsewhere.");
    }

    private static Object required(@Nullable Object found, String what) {
        if (found == null) {
            throw new RecordingException("This Node keeps its " + what + " elsewhere.");
        }
        return found;
    }

    @Override
    public void list(Consumer<Waiting> found) {
        ticks(found);
        timers(found);
        immediates(found);
    }

    private void ticks(Consumer<Waiting> found) {
        for (var buffer = Peek.at(tickQueue, "tail");
                buffer instanceof JSObject;
                buffer = Peek.at(buffer, "next")) {
            var list = Peek.at(buffer, "list");
            int top = Peek.integer(buffer, "top");
            for (int i = Peek.integer(buffer, "bottom");
                    i != top;
                    i = (i + 1) & TICKS_PER_BUFFER_MASK) {
                if (Peek.item(list, i) instanceof JSObject tick && isThePrograms(tick)) {
                    found.accept(tick(tick));
                }
            }
        }
    }

    /// Node's own streams queue ticks for themselves; a program may queue functions of Node's, but only public ones.
    private boolean isThePrograms(JSObject tick) {
        return Peek.at(tick, "callback") instanceof JSFunctionObject callback
                && (Functions.written(callback) != null
                        || callback instanceof JSFunctionObject.Bound
                        || isPublic.test(callback));
    }

    private void timers(Consumer<Waiting> found) {
        for (var key : JSObject.ownPropertyKeys((JSDynamicObject) timerLists)) {
            var list = Intrinsics.ownData((JSDynamicObject) timerLists, key);
            for (var timer = Peek.object(list, "_idlePrev");
                    timer != null && !timer.equals(list);
                    timer = Peek.object(timer, "_idlePrev")) {
                if (Peek.object(timer, "_onTimeout") != null) {
                    found.accept(timer(timer));
                }
            }
        }
    }

    /// While they are being run Node has taken the whole list out of its queue; the one that ran last still leads to the rest.
    private void immediates(Consumer<Waiting> found) {
        follow(lastImmediate == null ? null : Peek.object(lastImmediate, "_idleNext"), found);
        follow(Peek.object(immediates, "head"), found);
    }

    private static void follow(@Nullable JSDynamicObject first, Consumer<Waiting> found) {
        for (var immediate = first;
                immediate != null;
                immediate = Peek.object(immediate, "_idleNext")) {
            if (Peek.object(immediate, "_onImmediate") != null) {
                found.accept(immediate(immediate));
            }
        }
    }

    /// What a resource of Node's stands for that has begun to run; null if it is none of these queues' things.
    @Nullable Waiting begun(JSDynamicObject resource) {
        if (Peek.object(resource, "_onImmediate") != null) {
            lastImmediate = resource;
            return immediate(resource);
        }
        if (Peek.object(resource, "_onTimeout") != null) {
            return timer(resource);
        }
        return Peek.object(resource, "callback") != null ? tick(resource) : null;
    }

    private static Waiting tick(JSDynamicObject tick) {
        return waiting(tick, "tick", "tick", "callback", null);
    }

    private static Waiting timer(JSDynamicObject timer) {
        boolean repeats = Peek.at(timer, "_repeat") instanceof Number;
        double due = Peek.number(timer, "_idleStart") + Peek.number(timer, "_idleTimeout");
        return waiting(timer, "timer", repeats ? "interval" : "timeout", "_onTimeout", due);
    }

    private static Waiting immediate(JSDynamicObject immediate) {
        return waiting(immediate, "immediate", "immediate", "_onImmediate", null);
    }

    private static Waiting waiting(
            JSDynamicObject resource,
            String queue,
            String kind,
            String callback,
            @Nullable Double due) {
        var function = Peek.object(resource, callback);
        var promise = function == null ? null : Microtasks.resolvedBy(function);
        return new Waiting(resource, queue, kind, function, promise, due, null, name(function));
    }

    private static String name(@Nullable Object function) {
        return function != null && Library.module(function).equals("node:internal/abort_controller")
                ? "AbortSignal.timeout"
                : "";
    }
}
