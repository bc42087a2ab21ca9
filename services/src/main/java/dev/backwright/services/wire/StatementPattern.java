package dev.backwright.services.wire;

import java.util.Locale;

/// A part of a statement's text; letter case and the amount of white space do not matter.
/// The empty pattern matches every statement.
record StatementPattern(String text) {

    StatementPattern {
        text = plain(text);
    }

    boolean matches(String statement) {
        return plain(statement).contains(text);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
