package dev.backwright.judge;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;

/// A submission that runs for its author to look at; never an attempt. Ends by itself, by a limit, or by closing.
public interface LiveRun extends AutoCloseable {

    /// Sends something to a server and waits for the answer.
    ///
    /// @return the exchange; its `problem` says what happened where no answer came
    Evidence.Http send(Request request);

    /// Waits for the end.
    ///
    /// @return the exit code; 128 + n after signal n
    int await() throws InterruptedException;

    @Override
    void close();

    /// What happens meanwhile.
    sealed interface Event {
        record Printed(boolean error, String text) implements Event {}

        /// A server listens, or a service was started; the address is for people.
        record Ready(String what, String address) implements Event {}

        /// It ended.
        ///
        /// @param ending `exit 0`, or the limit that ended it in words
        record Ended(int exitCode, String ending, double millis) implements Event {}
    }
}
