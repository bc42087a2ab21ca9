package dev.backwright.services.mysql;

import dev.backwright.services.sql.FirstWords;
import dev.backwright.services.sql.SqlText;
import java.util.List;
import java.util.regex.Pattern;

/// What can be told of one statement from its text.
///
/// @param text as it was sent
/// @param words how it begins
record Statement(String text, FirstWords words) {

    private static final MySqlQuotes QUOTES = new MySqlQuotes();

    /// What begins a body with statements of its own, parted by semicolons that end nothing.
    private static final Pattern COMPOUND =
            Pattern.compile(
                    "begin not atomic\\b.*|create (or replace )?(definer ?= ?\\S+ ?(@ ?\\S+ )?)?(aggregate )?"
                            + "(procedure|function|trigger|event|package)\\b.*");

    private static final Pattern BEGIN = Pattern.compile("(?i)\\bbegin\\b");

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)(\\bidentified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)\\s+(?:password\\s+)?|\\bpassword\\b\\s*[=(]?\\s*)"
                            + "(?:'(?:[^'\\\\]|\\\\.|'')*'?|\"(?:[^\"\\\\]|\\\\.|\"\")*\"?)",
                    Pattern.DOTALL);

    /// "Statements That Cause an Implicit Commit", MySQL 8.4 Reference Manual, chapter 15.3.3.
    private static final String[] COMMITTING = {
        "alter",
        "create",
        "drop",
        "rename",
        "truncate",
        "grant",
        "revoke",
        "set password",
        "lock tables",
        "lock table",
        "analyze table",
        "check table",
        "optimize table",
        "repair table",
        "cache index",
        "load index",
        "flush",
        "reset",
        "install",
        "uninstall"
    };

    static Statement of(String text) {
        return new Statement(text, FirstWords.of(text, QUOTES));
    }

    /// The statements of a text that may hold several, without the empty ones.
    static List<Statement> in(String text) {
        Statement whole = of(text);
        if (COMPOUND.matcher(whole.words.text()).matches() && BEGIN.matcher(text).find()) {
            return List.of(whole);
        }
        return SqlText.split(text, QUOTES).stream().map(Statement::of).toList();
    }

    /// As it may be shown.
    String shown() {
        return SqlText.shown(text, SECRET);
    }

    boolean begins() {
        return words.are("start transaction", "begin") && !words.are("begin not atomic");
    }

    boolean ends() {
        return words.are("commit", "rollback")
                && !words.are("rollback to", "rollback work to", "rollback transaction to");
    }

    boolean chains() {
        return words.end("and chain", "and chain no release") && !words.end("no chain");
    }

    /// Whether it ends a transaction that is open, and is itself in none.
    boolean commits() {
        return words.are(COMMITTING)
                && !words.are("create temporary", "drop temporary", "drop prepare")
                && !words.are("create or replace temporary");
    }

    /// Whether it runs a procedure, whose rows come before its end is told.
    boolean calls() {
        return words.are("call");
    }

    /// Whether the rows it touches are worth telling, even where there are none.
    boolean touchesRows() {
        return words.are(
                "insert", "update", "delete", "replace", "load", "call", "with", "execute");
    }
}
