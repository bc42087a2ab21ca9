package dev.backwright.services.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Steps over one thing of SQL at a time: a quoted text or name, a comment, or one character.
final class SqlQuotes {

    private static final Pattern DOLLAR =
            Pattern.compile("\\$(?:[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$");

    private SqlQuotes() {}

    /// Where the next thing starts.
    static int next(String sql, int at) {
        char c = sql.charAt(at);
        if (c == '\'') {
            return quoted(sql, at, '\'', escapes(sql, at));
        } else if (c == '"') {
            return quoted(sql, at, '"', false);
        } else if (sql.startsWith("--", at)) {
            int end = sql.indexOf('\n', at);
            return end < 0 ? sql.length() : end;
        } else if (sql.startsWith("/*", at)) {
            return comment(sql, at);
        } else if (c == '$' && !partOfName(sql, at - 1)) {
            return dollar(sql, at);
        }
        return at + 1;
    }

    /// Whether this is the quote of `E'…'`.
    private static boolean escapes(String sql, int at) {
        return at > 0
                && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E')
                && !partOfName(sql, at - 2);
    }

    private static boolean partOfName(String sql, int at) {
        return at >= 0 && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_');
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

    private static int comment(String sql, int at) {
        int depth = 0;
        int i = at;
        while (i < sql.length()) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return sql.length();
    }

    private static int dollar(String sql, int at) {
        Matcher tag = DOLLAR.matcher(sql).region(at, sql.length());
        if (!tag.lookingAt()) {
            return at + 1;
        }
        int end = sql.indexOf(tag.group(), tag.end());
        return end < 0 ? sql.length() : end + tag.group().length();
    }
}
