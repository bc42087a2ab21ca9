package dev.backwright.services.sql;

/// How a dialect of SQL quotes and comments.
public interface Lexicon {

    /// Where the next thing starts: steps over a quoted text or name, a comment, or one character.
    int next(String sql, int at);
}
