package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The messages of the language's own errors in V8's words. GraalJS has its own for about half of them.
///
/// A message is only changed while it is the one that the error was made with, so that correcting twice does no harm.
final class V8Texts {

    private V8Texts() {}

    /// Does something that may throw an error of the language's own, outside the program.
    static <T> T correcting(Supplier<T> work) {
        try {
            return work.get();
        } catch (JSException thrown) {
            correct(thrown);
            throw thrown;
        }
    }

    /// Corrects the error that was thrown, if the language itself has made it.
    static void correct(Throwable thrown) {
        correct(thrown, "");
    }

    /// With the text of the statement that it leaves.
    static void correct(Throwable thrown, String statement) {
        if (thrown instanceof JSException exception && exception.getRawMessage() != null) {
            corrected(exception, statement)
                    .filter(text -> !text.equals(exception.getRawMessage()))
                    .ifPresent(text -> replace(exception, text));
        }
    }

    /// The parser has met what stands after the program's text.
    static void endOfInput(JSException wrong) {
        Object error = wrong.getErrorObject();
        if (Values.text(Values.get(error, "message")).startsWith("Unexpected ")) {
            Values.set(error, "message", Values.string("Unexpected end of input"));
        }
    }

    private static Optional<String> corrected(JSException exception, String statement) {
        var thrown = ThrownAt.of(exception, statement);
        return switch (exception.getErrorType()) {
            case SyntaxError -> SyntaxTexts.corrected(thrown);
            case TypeError -> first(TypeTexts.corrected(thrown), ValueTexts.corrected(thrown));
            default -> ValueTexts.corrected(thrown);
        };
    }

    private static Optional<String> first(Optional<String> one, Optional<String> other) {
        return one.isPresent() ? one : other;
    }

    static void replace(JSException exception, String text) {
        if (exception.getErrorObject() instanceof JSErrorObject error
                && exception.getRawMessage().equals(message(error))) {
            Values.set(error, "message", Values.string(text));
        }
    }

    private static @Nullable String message(JSErrorObject error) {
        return Values.get(error, "message")
                        instanceof com.oracle.truffle.api.strings.TruffleString text
                ? Values.text(text)
                : null;
    }
}
