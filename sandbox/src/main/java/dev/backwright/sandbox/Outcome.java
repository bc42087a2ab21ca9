package dev.backwright.sandbox;

import java.time.Duration;

/// How a learner's process ended. None of these is our fault.
public sealed interface Outcome {

    /// It ended by itself, or after a signal it handled.
    record Exited(int code) implements Outcome {}

    /// A signal ended it that we did not send because of a limit: `SIGSEGV`, `SIGABRT`, or one we were asked to send.
    record Signalled(int signal) implements Outcome {}

    /// It ran longer on the clock than it may.
    record TimedOut(Duration limit) implements Outcome {}

    /// It used more processor time than it may.
    record OutOfTime(Duration limit) implements Outcome {}

    /// It wanted more memory than it may have.
    record OutOfMemory(long limit) implements Outcome {}

    /// It printed more than it may.
    record TooMuchOutput(long limit) implements Outcome {}

    /// We ended it because it was closed.
    record Closed() implements Outcome {}
}
