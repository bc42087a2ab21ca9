package dev.backwright.tracer.node;

import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.JSRuntime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Remembers the `throw` statement that threw last, for the report of an error that nobody catches.
final class Throws {

    private record Thrown(Object value, SourceSection statement) {}

    /// Every program runs on a thread of its own.
    private static final ThreadLocal<@Nullable Thrown> LAST = new ThreadLocal<>();

    private Throws() {}

    static void saw(Throwable thrown, SourceSection statement) {
        if (thrown instanceof GraalJSException exception
                && statement.getCharacters().toString().startsWith("throw")) {
            LAST.set(new Thrown(exception.getErrorObject(), statement));
        }
    }

    static Optional<SourceSection> lastOf(Object value) {
        Thrown last = LAST.get();
        return last != null && JSRuntime.identical(last.value(), value)
                ? Optional.of(last.statement())
                : Optional.empty();
    }
}
