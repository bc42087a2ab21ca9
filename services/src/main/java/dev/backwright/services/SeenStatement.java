package dev.backwright.services;

import java.util.List;

/// One statement as it went over a wire.
///
/// @param connection number of the connection, from 1
/// @param transaction number of the transaction on that connection, from 1; 0 outside any
/// @param text the statement as sent; passwords are masked, and what is very long is cut with a note
/// @param parameters as text, `null` shown as `null`
/// @param rows how many rows came back or were touched; -1 where none were reported
/// @param startMillis when it arrived, from the beginning of the wire
/// @param millis how long the server took
/// @param error the server's message with its SQLSTATE; empty where there was none
/// @param note what else happened to it, such as a hold that let go early; empty where nothing did
public record SeenStatement(
        int connection,
        int transaction,
        String text,
        List<String> parameters,
        long rows,
        double startMillis,
        double millis,
        Fate fate,
        String error,
        String note) {

    public SeenStatement {
        parameters = List.copyOf(parameters);
    }

    /// Whether `pattern` is a part of the text; letter case and the amount of white space do not matter.
    public boolean matches(String pattern) {
        return new StatementPattern(pattern).matches(text);
    }

    /// What became of a statement.
    public enum Fate {
        DONE,
        FAILED,
        /// It was cut and never reached the server.
        CUT_BEFORE,
        /// The server did it and the answer was lost.
        CUT_AFTER,
        /// Still under way, or the connection ended first.
        UNANSWERED
    }
}
