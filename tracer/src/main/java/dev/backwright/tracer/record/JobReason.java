package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import org.jspecify.annotations.Nullable;

/// Why a job that begins was waiting, and for what.
final class JobReason {

    private JobReason() {}

    static String of(Job job) {
        return switch (job.kind()) {
            case "tick" -> "it was queued by process.nextTick, and those callbacks come first";
            case "reaction" ->
                    job.call() == null
                            ? "a promise is settled for whose outcome this then has no handler"
                            : "the promise it waited for is settled, and it is the next microtask";
            case "await" ->
                    "the promise it awaits is settled, and the rest of it is the next microtask";
            case "thenable" ->
                    "a promise was resolved with another promise and now takes on its state, which costs a microtask";
            case "microtask" -> "it was queued by queueMicrotask, and it is the next microtask";
            case "timeout" -> "its time has come, and the event loop is in its timers phase";
            case "interval" -> "its time has come again, and the event loop is in its timers phase";
            case "immediate" ->
                    "it was queued by setImmediate, and the event loop is in its check phase";
            case "file" -> "Node has done it, and the event loop is in its poll phase";
            case "import" -> "the module it waited for is loaded";
            default -> "%s emits '%s'".formatted(emitter(job.of()), job.event());
        };
    }

    private static String emitter(@Nullable JSDynamicObject emitter) {
        return emitter == null ? "process" : Kind.className(emitter);
    }
}
