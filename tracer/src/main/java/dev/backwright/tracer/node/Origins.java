package dev.backwright.tracer.node;

import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.GraalJSException.JSStackTraceElement;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an error came from, as Node shows it above an uncaught one: file, line, column from 0, and the text of the line.
final class Origins {

    private Origins() {}

    static void define(Host host) {
        JSRealm realm = host.realm();
        host.define("errorPosition", 1, call -> made(realm, call.at(0)));
        host.define("throwPosition", 1, call -> thrown(realm, call.at(0)));
        host.define("syntaxPosition", 1, call -> parsed(realm, call.at(0)));
    }

    /// Where the error was made: its first call.
    private static @Nullable Object made(JSRealm realm, Object error) {
        GraalJSException exception = exception(error);
        if (exception == null) {
            return null;
        }
        JSStackTraceElement[] calls = exception.getJSStackTrace();
        return calls.length == 0 || calls[0].getLineNumber() < 1
                ? null
                : position(
                        realm,
                        Values.text(calls[0].getFileName()),
                        calls[0].getLineNumber(),
                        Places.column(calls[0]) - 1,
                        Values.text(calls[0].getLine()));
    }

    /// The program's `throw` statement that last threw this value.
    private static @Nullable Object thrown(JSRealm realm, Object value) {
        return Throws.lastOf(value).map(section -> at(realm, section)).orElse(null);
    }

    /// Where the parser gave up.
    private static @Nullable Object parsed(JSRealm realm, Object error) {
        GraalJSException exception = exception(error);
        SourceSection section = exception == null ? null : section(exception);
        return section == null || !section.hasLines() ? null : at(realm, section);
    }

    private static Object at(JSRealm realm, SourceSection section) {
        int line = section.getStartLine();
        boolean there = line <= section.getSource().getLineCount();
        String text = there ? section.getSource().getCharacters(line).toString() : "";
        return position(
                realm, section.getSource().getName(), line, section.getStartColumn() - 1, text);
    }

    private static Object position(JSRealm realm, String file, int line, int column, String text) {
        return Values.array(realm, List.of(file, line, column, text));
    }

    private static @Nullable GraalJSException exception(Object error) {
        return error instanceof JSObject object ? JSError.getException(object) : null;
    }

    static @Nullable SourceSection section(GraalJSException thrown) {
        try {
            return thrown.hasSourceLocation() ? thrown.getSourceLocationInterop() : null;
        } catch (com.oracle.truffle.api.interop.UnsupportedMessageException notThere) {
            return null;
        }
    }
}
