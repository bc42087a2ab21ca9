package dev.backwright.tracer.record;

import com.oracle.truffle.api.source.SourceSection;
import java.util.regex.Pattern;

/// A stretch of a file: UTF-16 offsets, the second one just past the end.
record Span(int file, int from, int to) {

    /// These are shown without what they hold: `for (const x of list)`.
    private static final Pattern HAS_HEADER =
            Pattern.compile("(?:if|for|for\\s+await|while|switch|with)\\s*\\(");

    private static final Pattern CLASS = Pattern.compile("class\\b");

    private static final Pattern PARENTHESIZED = Pattern.compile("(?s)\\(.*\\)");

    /// What a learner sees as the thing that runs.
    static Span of(int file, SourceSection section) {
        int from = section.getCharIndex();
        int to = section.getCharEndIndex();
        var text = section.getSource().getCharacters();
        if (CLASS.matcher(text).region(from, to).lookingAt()) {
            return ofHeader(file, section);
        }
        var header = HAS_HEADER.matcher(text).region(from, to);
        return header.lookingAt()
                ? new Span(file, from, Scan.pastBracket(text, header.end() - 1, to))
                : trimmed(file, text, from, to);
    }

    static boolean isConcise(SourceSection function) {
        var text = function.getSource().getCharacters();
        int to = function.getCharEndIndex();
        int body = Scan.pastArrow(text, function.getCharIndex(), to);
        return body > 0 && text.charAt(Math.min(Scan.pastBlank(text, body, to), to - 1)) != '{';
    }

    /// What comes before the body: `counter(start)` with all that stands in front of it, `(j) =>`.
    static Span ofHeader(int file, SourceSection function) {
        var text = function.getSource().getCharacters();
        int from = function.getCharIndex();
        int to = function.getCharEndIndex();
        if (from == 0 && to == text.length()) {
            return new Span(file, 0, 0); // a whole file has none
        }
        int arrow = Scan.pastArrow(text, from, to);
        if (arrow > 0) {
            return new Span(file, from, arrow);
        }
        int at = from;
        while (at < to && "({".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        boolean hasParameters = at < to && text.charAt(at) == '(';
        return trimmed(file, text, from, hasParameters ? Scan.pastBracket(text, at, to) : at);
    }

    /// The body of a concise arrow. GraalJS has its statement begin at an operator inside: `+ b` of `(a, b) => a + b`.
    static Span ofConciseBody(int file, SourceSection arrow) {
        var text = arrow.getSource().getCharacters();
        int to = arrow.getCharEndIndex();
        int body = Scan.pastArrow(text, arrow.getCharIndex(), to);
        return body < 0 ? of(file, arrow) : trimmed(file, text, Scan.pastBlank(text, body, to), to);
    }

    /// `await x` of `(await x)`, and no semicolon at the end.
    private static Span trimmed(int file, CharSequence text, int from, int to) {
        while (to > from
                && (text.charAt(to - 1) == ';' || Character.isWhitespace(text.charAt(to - 1)))) {
            to--;
        }
        boolean wrapped =
                PARENTHESIZED.matcher(text).region(from, to).matches()
                        && Scan.pastBracket(text, from, to) == to;
        return wrapped ? trimmed(file, text, from + 1, to - 1) : new Span(file, from, to);
    }
}
