package dev.backwright.tracer.node;

import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSError;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an error came from, as Node shows it above an uncaught one: file and line, the line itself, and a caret.
final class Origins {

    private Origins() {}

    static void define(Host host) {
        host.define("errorPosition", 1, call -> position(host.realm(), call.at(0)));
        host.define("syntaxPosition", 1, call -> syntaxPosition(host.realm(), call.at(0)));
        host.define("whereThrown", 1, call -> whereThrown(call.at(0)));
    }

    /// File, line, column from 0, and the text of the line.
    private static @Nullable Object position(JSRealm realm, Object error) {
        GraalJSException thrown =
                error instanceof JSObject object ? JSError.getException(object) : null;
        if (thrown == null) {
            return null;
        }
        var frames = thrown.getJSStackTrace();
        return frames.length == 0
                ? null
                : Values.array(
                        realm,
                        List.of(
                                frames[0].getFileName(),
                                frames[0].getLineNumber(),
                                frames[0].getColumnNumber() - 1,
                                frames[0].getLine()));
    }

    /// Where the parser gave up: line, and column from 0.
    private static @Nullable Object syntaxPosition(JSRealm realm, Object error) {
        GraalJSException thrown =
                error instanceof JSObject object ? JSError.getException(object) : null;
        SourceSection section = thrown == null ? null : section(thrown);
        return section == null || !section.hasLines()
                ? null
                : Values.array(
                        realm, List.of(section.getStartLine(), section.getStartColumn() - 1));
    }

    private static @Nullable String whereThrown(Object error) {
        if (!(error instanceof JSErrorObject object)) {
            return null;
        }
        GraalJSException thrown = object.getException();
        SourceSection section = thrown == null ? null : section(thrown);
        return section == null || !section.isAvailable() ? null : show(section);
    }

    static @Nullable SourceSection section(GraalJSException thrown) {
        try {
            return thrown.hasSourceLocation() ? thrown.getSourceLocationInterop() : null;
        } catch (com.oracle.truffle.api.interop.UnsupportedMessageException notThere) {
            return null;
        }
    }

    private static String show(SourceSection section) {
        var source = section.getSource();
        int line = section.getStartLine();
        String text = source.getCharacters(line).toString();
        String indent = " ".repeat(Math.max(0, section.getStartColumn() - 1));
        int width = section.getEndLine() == line ? section.getCharLength() : 1;
        return "%s:%d\n%s\n%s%s\n"
                .formatted(source.getName(), line, text, indent, "^".repeat(Math.max(1, width)));
    }
}
