package dev.backwright.tracer.record;

/// Finds its way in JavaScript source text without parsing it: brackets, strings, templates and comments, nothing more.
final class Scan {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private Scan() {}

    /// Just past the bracket that closes the one at `open`; `end` if none does.
    static int pastBracket(CharSequence text, int open, int end) {
        int depth = 0;
        for (int at = open; at < end; at = next(text, at, end)) {
            if (OPENING.indexOf(text.charAt(at)) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(text.charAt(at)) >= 0 && --depth == 0) {
                return at + 1;
            }
        }
        return end;
    }

    /// Just past the `=>` that stands outside of all brackets; -1 if there is none.
    static int pastArrow(CharSequence text, int from, int end) {
        for (int at = from; at < end - 1; ) {
            char c = text.charAt(at);
            if (c == '=' && text.charAt(at + 1) == '>') {
                return at + 2;
            }
            at = OPENING.indexOf(c) >= 0 ? pastBracket(text, at, end) : next(text, at, end);
        }
        return -1;
    }

    /// The first place from `at` on that is neither white space nor a comment.
    static int pastBlank(CharSequence text, int at, int end) {
        while (at < end
                && (Character.isWhitespace(text.charAt(at)) || startsComment(text, at, end))) {
            at = next(text, at, end);
        }
        return at;
    }

    /// The next place to look at: past a whole string, template or comment.
    private static int next(CharSequence text, int at, int end) {
        char c = text.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            return pastQuote(text, at, end);
        }
        return startsComment(text, at, end) ? pastComment(text, at, end) : at + 1;
    }

    private static boolean startsComment(CharSequence text, int at, int end) {
        return text.charAt(at) == '/'
                && at + 1 < end
                && (text.charAt(at + 1) == '/' || text.charAt(at + 1) == '*');
    }

    private static int pastComment(CharSequence text, int at, int end) {
        boolean line = text.charAt(at + 1) == '/';
        for (int i = at + 2; i < end; i++) {
            char c = text.charAt(i);
            if (line ? c == '\n' : c == '/' && text.charAt(i - 1) == '*' && i > at + 2) {
                return i + 1;
            }
        }
        return end;
    }

    private static int pastQuote(CharSequence text, int open, int end) {
        char quote = text.charAt(open);
        for (int at = open + 1; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == quote) {
                return at + 1;
            } else if (quote == '`' && c == '$' && at + 1 < end && text.charAt(at + 1) == '{') {
                at = pastBracket(text, at + 1, end) - 1;
            }
        }
        return end;
    }
}
