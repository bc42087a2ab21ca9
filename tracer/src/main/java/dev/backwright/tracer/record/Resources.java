package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.objects.JSObject;
import org.jspecify.annotations.Nullable;

/// Which tick, timer or immediate Node is running: it keeps a stack of what it has begun.
final class Resources {

    private final Object stack;

    /// @param asyncWrap the binding of that name
    Resources(Object asyncWrap) {
        var resources = Peek.at(asyncWrap, "execution_async_resources");
        if (resources == null) {
            throw new RecordingException(
                    "This Node keeps its execution_async_resources elsewhere.");
        }
        this.stack = resources;
    }

    @Nullable JSObject innermost() {
        int length = Peek.integer(stack, "length");
        return length > 0 && Peek.item(stack, length - 1L) instanceof JSObject resource
                ? resource
                : null;
    }
}
