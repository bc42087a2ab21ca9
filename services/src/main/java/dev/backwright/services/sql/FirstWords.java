package dev.backwright.services.sql;

import java.util.Locale;

/// How a statement begins: without comments before it, in lower case, with one blank between words.
public record FirstWords(String text) {

    private static final int LOOKED_AT = 400;

    public static FirstWords of(String statement, Lexicon lexicon) {
        int at = 0;
        while (at < statement.length() && skipped(statement, at, lexicon)) {
            at = lexicon.next(statement, at);
        }
        String head = statement.substring(at, Math.min(statement.length(), at + LOOKED_AT));
        return new FirstWords(head.replaceAll("[\\s;]+", " ").strip().toLowerCase(Locale.ROOT));
    }

    /// Comments are longer than a character and are no quotes.
    private static boolean skipped(String statement, int at, Lexicon lexicon) {
        char c = statement.charAt(at);
        boolean comment = "-/#".indexOf(c) >= 0 && lexicon.next(statement, at) > at + 1;
        return Character.isWhitespace(c) || comment;
    }

    /// Whether it begins with one of these.
    public boolean are(String... beginnings) {
        for (String words : beginnings) {
            if (text.equals(words) || text.startsWith(words + " ")) {
                return true;
            }
        }
        return false;
    }

    /// Whether it ends with one of these, where it is short enough to be seen whole.
    public boolean end(String... endings) {
        for (String words : endings) {
            if (text.endsWith(" " + words)) {
                return true;
            }
        }
        return false;
    }
}
