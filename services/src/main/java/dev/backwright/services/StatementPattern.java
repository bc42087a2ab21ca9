package dev.backwright.services;

import java.util.Locale;

/// A part of a statement's text; letter case and the amount of white space do not matter.
record StatementPattern(String text) {

    StatementPattern {
        text = plain(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "a pattern must name a part of a statement, and this one is empty");
        }
    }

    boolean matches(String statement) {
        return plain(statement).contains(text);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
