package dev.backwright.services.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What can be told from the text of SQL alone. Quoting as in "Lexical Structure", PostgreSQL's manual, chapter 4.1.
public final class SqlText {

    private static final int LONGEST = 10_000;
    private static final Pattern PASSWORD =
            Pattern.compile(
                    "(?is)(\\bpassword\\b\\s*(?:=\\s*|:=\\s*)?)(?:e?'(?:[^']|'')*'?|\\$(\\w*)\\$.*?(?:\\$\\2\\$|$))");

    private SqlText() {}

    /// The statements of a text, without the empty ones.
    public static List<String> split(String sql) {
        return split(sql, SqlQuotes::next);
    }

    /// The statements of a text in another dialect.
    public static List<String> split(String sql, Lexicon lexicon) {
        var pieces = new ArrayList<String>();
        int from = 0;
        int at = 0;
        while (at <= sql.length()) {
            if (at == sql.length() || sql.charAt(at) == ';') {
                String piece = sql.substring(Math.min(from, at), at).strip();
                if (!FirstWords.of(piece, lexicon).text().isEmpty()) {
                    pieces.add(piece);
                }
                from = at + 1;
            }
            at = at == sql.length() ? at + 1 : lexicon.next(sql, at);
        }
        return pieces;
    }

    /// As it may be shown: passwords masked, not too long.
    public static String shown(String statement) {
        return shown(statement, PASSWORD);
    }

    /// As it may be shown in another dialect.
    ///
    /// @param secret finds secrets; its first group is what goes before one and stays
    public static String shown(String statement, Pattern secret) {
        String masked = secret.matcher(clip(statement)).replaceAll("$1'***'");
        return statement.length() <= LONGEST
                ? masked
                : masked + " … (cut here; " + statement.length() + " characters were sent)";
    }

    private static String clip(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    static boolean begins(String statement) {
        return words(statement).are("begin", "start transaction");
    }

    static boolean ends(String statement) {
        FirstWords words = words(statement);
        return words.are("commit", "end", "rollback", "abort", "prepare transaction")
                && !words.are("rollback to", "rollback work to", "rollback transaction to")
                && !words.are("commit prepared", "rollback prepared");
    }

    static boolean chains(String statement) {
        return words(statement).end("and chain");
    }

    private static FirstWords words(String statement) {
        return FirstWords.of(statement, SqlQuotes::next);
    }
}
