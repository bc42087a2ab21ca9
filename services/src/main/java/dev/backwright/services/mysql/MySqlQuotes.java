package dev.backwright.services.mysql;

import dev.backwright.services.sql.Lexicon;

/// Quotes and comments as in "String Literals", "Schema Object Names" and "Comments", MySQL 8.4 Reference Manual, chapter 11.
final class MySqlQuotes implements Lexicon {

    @Override
    public int next(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted(sql, at, c, true);
        } else if (c == '`') {
            return quoted(sql, at, c, false);
        } else if (c == '#' || dashes(sql, at)) {
            int end = sql.indexOf('\n', at);
            return end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", at)) {
            int end = sql.indexOf("*/", at + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        return at + 1;
    }

    /// Two dashes begin a comment only where white space follows.
    private static boolean dashes(String sql, int at) {
        return sql.startsWith("--", at)
                && (at + 2 == sql.length() || Character.isWhitespace(sql.charAt(at + 2)));
    }

    private static int quoted(String sql, int at, char quote, boolean backslash) {
        int i = at + 1;
        while (i < sql.length()) {
            if (backslash && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                return i + 1;
            }
            i++;
        }
        return sql.length();
    }
}
