package dev.backwright.services.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What can be told from the text of SQL alone. Quoting as in "Lexical Structure", PostgreSQL's manual, chapter 4.1.
public final class SqlText {

    private static final int LONGEST = 10_000;
    private static final Pattern PASSWORD =
            Pattern.compile(
                    "(?is)(\\bpassword\\b\\s*(?:=\\s*|:=\\s*)?)(?:e?'(?:[^']|'')*'?|\\$(\\w*)\\$.*?(?:\\$\\2\\$|$))");
    private static final Pattern LEADING_COMMENTS =
            Pattern.compile("^(?:\\s+|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)+", Pattern.DOTALL);

    private SqlText() {}

    /// The statements of a text, without the empty ones.
    public static List<String> split(String sql) {
        var pieces = new ArrayList<String>();
        int from = 0;
        int at = 0;
        while (at < sql.length()) {
            if (sql.charAt(at) == ';') {
                add(pieces, sql.substring(from, at));
                from = at + 1;
            }
            at = SqlQuotes.next(sql, at);
        }
        add(pieces, sql.substring(Math.min(from, sql.length())));
        return pieces;
    }

    private static void add(List<String> pieces, String piece) {
        if (!bare(piece).isEmpty()) {
            pieces.add(piece.strip());
        }
    }

    /// Without the comments and white space before it.
    private static String bare(String statement) {
        return LEADING_COMMENTS.matcher(statement).replaceFirst("").strip();
    }

    /// As it may be shown: passwords masked, not too long.
    public static String shown(String statement) {
        String masked = PASSWORD.matcher(clip(statement)).replaceAll("$1'***'");
        return statement.length() <= LONGEST
                ? masked
                : masked + " … (cut here; " + statement.length() + " characters were sent)";
    }

    private static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    public static boolean begins(String statement) {
        return startsWith(statement, "begin", "start transaction");
    }

    public static boolean ends(String statement) {
        return startsWith(statement, "commit", "end", "rollback", "abort", "prepare transaction")
                && !startsWith(
                        statement, "rollback to", "rollback work to", "rollback transaction to")
                && !startsWith(statement, "commit prepared", "rollback prepared");
    }

    public static boolean chains(String statement) {
        String plain = plain(statement);
        return plain.endsWith(" and chain");
    }

    private static boolean startsWith(String statement, String... words) {
        String plain = plain(statement);
        for (String word : words) {
            if (plain.equals(word) || plain.startsWith(word + " ")) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String statement) {
        String head = bare(statement.length() > 400 ? statement.substring(0, 400) : statement);
        return head.replaceAll("[\\s;]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
