package dev.backwright.academy.tracing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a run of a program showed to the world.
///
/// @param out standard output
/// @param err standard error
/// @param exit exit code; 128 + n after signal n
/// @param by `finished`, `exit`, `uncaught`, or a limit that it met: `time`, `memory`, `output`; `null` where nobody says
@JsonInclude(JsonInclude.Include.NON_NULL)
record Said(String out, String err, int exit, @Nullable String by) {

    private static final Set<String> LIMITS = Set.of("time", "memory", "output");

    /// Whether a limit kept it from being whole.
    boolean isStopped() {
        return by != null && LIMITS.contains(by);
    }

    /// Whether a person who compares them sees the same: errors are worded by Node's own machinery and lead through its own files,
    /// so standard error is not held against.
    boolean agrees(Said other) {
        return out.equals(other.out) && exit == other.exit;
    }
}
