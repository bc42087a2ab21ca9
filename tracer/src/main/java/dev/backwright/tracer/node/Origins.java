package dev.backwright.tracer.node;

import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.builtins.JSErrorObject;
import org.jspecify.annotations.Nullable;

/// Where an error came from, as Node shows it above an uncaught one: file and line, the line itself, and a caret.
final class Origins {

    private Origins() {}

    static void define(Host host) {
        host.define("whereThrown", 1, call -> whereThrown(call.at(0)));
    }

    private static @Nullable String whereThrown(Object error) {
        if (!(error instanceof JSErrorObject object)) {
            return null;
        }
        GraalJSException thrown = object.getException();
        SourceSection section = thrown == null ? null : section(thrown);
        return section == null || !section.isAvailable() ? null : show(section);
    }

    private static @Nullable SourceSection section(GraalJSException thrown) {
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
