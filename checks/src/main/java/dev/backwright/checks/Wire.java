package dev.backwright.checks;

import java.util.List;
import java.util.Objects;

/// What goes between the learner's program and a database, statement by statement, and how it is disturbed.
/// A pattern is a part of the statement's text; letter case and the amount of white space do not matter. With `^` before it, it is the
/// beginning of the text: `^set ` is the command SET, and neither SETEX nor HSET. The empty pattern matches every statement.
/// Disturbances last until the check ends or [#mend] is called.
public interface Wire {

    /// Holds back matching statements; says with [Hold#untilAll] until when.
    Hold hold(String pattern);

    /// Cuts the connection when the next matching statement arrives: it never reaches the server. Once.
    void cutBefore(String pattern);

    /// As [#cutBefore(String)], at the `nth` matching statement from now, counted from 1. An empty pattern matches all.
    void cutBefore(String pattern, int nth);

    /// Cuts the connection when the next matching statement is done: its answer is lost. Once.
    void cutAfter(String pattern);

    /// As [#cutAfter(String)], at the `nth` matching statement from now, counted from 1. An empty pattern matches all.
    void cutAfter(String pattern, int nth);

    /// Resets every connection that sends a matching statement, which never reaches the server: as [#cutBefore(String)],
    /// again and again.
    void reset(String pattern);

    /// Lets every connection that sends a matching statement fall silent: it stays open, and nothing goes either way any
    /// more, as when the other machine lost its power. The statement never reaches the server, which keeps what the connection had locked.
    /// A program notices only by a limit of its own. What is silent stays so after [#mend].
    void halfOpen(String pattern);

    /// Makes each matching statement wait before it goes to the server.
    void delay(String pattern, long millis);

    /// Lets no more bytes a second through, in each direction of each connection, in even pieces.
    void bandwidth(int bytesPerSecond);

    /// Ends all open connections and refuses new ones, until [#mend].
    void refuse();

    /// Ends every disturbance and lets go of what is held.
    void mend();

    /// The statements seen so far in this check, in the order in which they arrived.
    Statements statements();

    /// Holds when the program never sent this text over this wire, in a statement or in anything else, as it stands in UTF-8:
    /// `db.wire().neverCarried("correct horse")` for a password that must not go out in clear. First show that something was sent.
    void neverCarried(String text);

    /// How many connections are open now.
    Seen openConnections();

    /// A barrier on the wire.
    interface Hold {
        /// Lets them all go on as soon as `n` have arrived. Where fewer come and the wire has rested for a while, those
        /// go on, so a program that lets one at a time through is not stuck.
        void untilAll(int n);

        /// As [#untilAll], again and again: matching statements go on `n` at a time, in step.
        void inStep(int n);

        /// Lets go of what has arrived, and holds nothing more.
        void release();

        /// How many have arrived.
        long arrived();
    }

    /// Statements that were seen.
    interface Statements {
        /// Those that match.
        Statements matching(String pattern);

        /// How many there are; a failure shows each of them.
        Seen count();

        /// Holds when all were sent inside one transaction of one connection.
        Statements inOneTransaction();

        /// Those of each transaction, in the order in which the transactions began; without what was sent outside of any.
        List<Statements> transactions();

        /// Those that were sent outside of any transaction.
        Statements outsideTransactions();

        /// Each of them.
        List<Statement> each();
    }

    /// One statement as it went over the wire.
    ///
    /// @param connection number of the connection, from 1
    /// @param transaction number of the transaction on that connection, from 1; 0 outside any
    /// @param text the statement as sent
    /// @param parameters as text, `null` shown as `null`; secrets are masked in evidence only
    /// @param rows how many rows came back or were touched; -1 where none were reported
    /// @param startMillis when it arrived, from the beginning of the check
    /// @param millis how long the server took
    /// @param fate what became of it
    /// @param error the server's message; empty where there was none
    /// @param answer what the server said, in a few words; empty where `rows` says it all
    record Statement(
            int connection,
            int transaction,
            String text,
            List<String> parameters,
            long rows,
            double startMillis,
            double millis,
            Fate fate,
            String error,
            String answer) {
        public Statement {
            parameters = List.copyOf(parameters);
            answer = Objects.requireNonNullElse(answer, "");
        }

        /// One whose answer is said by its rows.
        public Statement(
                int connection,
                int transaction,
                String text,
                List<String> parameters,
                long rows,
                double startMillis,
                double millis,
                Fate fate,
                String error) {
            this(
                    connection,
                    transaction,
                    text,
                    parameters,
                    rows,
                    startMillis,
                    millis,
                    fate,
                    error,
                    "");
        }
    }

    /// What became of a statement.
    enum Fate {
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
