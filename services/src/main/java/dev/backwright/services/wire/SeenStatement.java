package dev.backwright.services.wire;

import java.util.List;

/// One statement as it went over a wire. Its moments are those of [System#nanoTime], the same for all wires.
///
/// @param wire which wire: `postgres`
/// @param connection number of the connection on that wire, from 1
/// @param transaction number of the transaction on that connection, from 1; 0 outside any
/// @param text the statement as sent; passwords are masked, and what is very long is cut with a note
/// @param parameters as text, `null` shown as `null`
/// @param rows how many rows came back or were touched; -1 where none were reported
/// @param arrivedNanos when it arrived
/// @param sentNanos when it went to the server
/// @param heldNanos how long a hold kept it, between the two
/// @param endNanos when its answer was whole; `sentNanos` where none was
/// @param answer what the server said, in a few words; empty where a number of rows says it all
/// @param error the server's message with its code; empty where there was none
/// @param note what else happened to it, such as a hold that let go early; empty where nothing did
public record SeenStatement(
        String wire,
        int connection,
        int transaction,
        String text,
        List<String> parameters,
        long rows,
        long arrivedNanos,
        long sentNanos,
        long heldNanos,
        long endNanos,
        Fate fate,
        String answer,
        String error,
        String note) {

    public SeenStatement {
        parameters = List.copyOf(parameters);
    }

    /// Whether `pattern` is a part of the text; letter case and the amount of white space do not matter.
    public boolean matches(String pattern) {
        return new StatementPattern(pattern).matches(text);
    }

    /// How long the server took.
    public double millis() {
        return (endNanos - sentNanos) / 1e6;
    }

    /// When it arrived.
    ///
    /// @param origin the moment to count from, of [System#nanoTime]
    public double startMillis(long origin) {
        return (arrivedNanos - origin) / 1e6;
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
