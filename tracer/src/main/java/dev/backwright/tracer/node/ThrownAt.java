package dev.backwright.tracer.node;

import com.oracle.truffle.api.TruffleStackTrace;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.JSException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// An error of the language: what GraalJS says, the kind of node that said it, the program's expression in which that happened, and the statement around it.
record ThrownAt(String message, String node, Optional<SourceSection> section, String statement) {

    static ThrownAt of(JSException exception, String statement) {
        Node location = exception.getLocation();
        return new ThrownAt(
                Objects.requireNonNull(exception.getRawMessage()),
                location == null ? "" : location.getClass().getSimpleName(),
                section(exception, location),
                statement);
    }

    /// Where a builtin has thrown, it is the expression that called it.
    private static Optional<SourceSection> section(JSException exception, Node location) {
        List<TruffleStackTraceElement> frames = TruffleStackTrace.getStackTrace(exception);
        Stream<Node> nodes =
                frames == null
                        ? Stream.empty()
                        : frames.stream().map(TruffleStackTraceElement::getLocation);
        Stream<SourceSection> sections =
                Stream.concat(Stream.ofNullable(location), nodes.filter(Objects::nonNull))
                        .map(Node::getEncapsulatingSourceSection);
        return Stream.concat(Stream.ofNullable(Origins.section(exception)), sections)
                .filter(Objects::nonNull)
                .filter(section -> section.isAvailable())
                .filter(section -> !section.getSource().getName().startsWith("<builtin"))
                .findFirst();
    }

    String text() {
        return section.map(found ->
                        between(found, found.getCharIndex(), found.getCharEndIndex()).strip())
                .orElse("");
    }

    /// The first argument of the call, as it is written; a literal is as good as its value.
    String argument() {
        String text = text();
        String callee = Expressions.callee(text);
        int open = text.indexOf('(', text.indexOf(callee) + callee.length());
        String first = open < 0 ? "" : Expressions.expression(text.substring(open + 1));
        String plain = first.replaceFirst("^['\"](.*)['\"]$", "$1");
        if (plain.startsWith("new ")) {
            return Expressions.callee(plain.substring("new ".length())) + "{}";
        }
        return plain.isEmpty() ? "undefined" : plain;
    }

    /// The whole text of the source up to the expression, and from it on.
    String before() {
        return section.map(found -> between(found, 0, found.getCharIndex())).orElse("");
    }

    String from() {
        return section.map(found -> between(found, found.getCharIndex(), Integer.MAX_VALUE))
                .orElse("");
    }

    /// The parser's sections may reach beyond the text, into what was wrapped around it.
    private static String between(SourceSection section, int start, int end) {
        String all = section.getSource().getCharacters().toString();
        int from = Math.clamp(start, 0, all.length());
        return all.substring(from, Math.clamp(end, from, all.length()));
    }
}
