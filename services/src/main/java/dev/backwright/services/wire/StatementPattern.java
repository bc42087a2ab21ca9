package dev.backwright.services.wire;

import java.util.Locale;

/// A part of a statement's text; letter case and the amount of white space do not matter. With `^` before it, the beginning of the
/// text: `^set ` is the command SET, and neither SETEX nor HSET. The empty pattern matches every statement.
public record StatementPattern(String text) {

    public StatementPattern {
        text = plain(text);
    }

    public boolean matches(String statement) {
        String plain = plain(statement).strip() + " ";
        return text.startsWith("^")
                ? plain.startsWith(text.substring(1).stripLeading())
                : plain.contains(text);
    }

    /// White space at the end means that a word ends there.
    private static String plain(String text) {
        return text.stripLeading().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
