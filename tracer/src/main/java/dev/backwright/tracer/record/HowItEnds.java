package dev.backwright.tracer.record;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.ControlFlowException;
import java.util.regex.Pattern;

/// Notices what ends the program: it finishes, unless it was seen to exit or Node to print its last words.
final class HowItEnds {

    private static final Pattern LAST_WORDS = Pattern.compile("\\nNode\\.js v[\\d.]+\\n$");

    private String by = "finished";

    String by() {
        return by;
    }

    /// `process.exit` leaves the program by an exception that is none of JavaScript's.
    void leaves(Throwable problem) {
        if (problem instanceof RuntimeException
                && !(problem instanceof AbstractTruffleException)
                && !(problem instanceof ControlFlowException)) {
            by = "exit";
        }
    }

    /// Node reports an error that nobody caught on standard error, when no call of the program is left.
    void printed(int descriptor, String text, boolean nothingRuns) {
        if (descriptor == 2 && nothingRuns && LAST_WORDS.matcher(text).find()) {
            by = "uncaught";
        }
    }
}
