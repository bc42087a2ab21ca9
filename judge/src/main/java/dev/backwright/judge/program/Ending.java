package dev.backwright.judge.program;

import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Outcome;
import java.time.Duration;

/// How a process ended, in words for a learner.
final class Ending {

    /// The probe ends the process with it when its descriptors are no longer its own.
    private static final int NOT_ITS_OWN = 97;

    private static final int ABORTED = 6;
    private static final int SHELL_SIGNAL = 128;

    private Ending() {}

    /// After `the program`: `ran longer than 10 s`.
    static String words(Outcome outcome, String err) {
        return switch (outcome) {
            case Outcome.Exited(int code) when code == NOT_ITS_OWN ->
                    "closed, read or replaced a descriptor that is not its own (3 or 4)";
            case Outcome.Exited(int code) when code == SHELL_SIGNAL + ABORTED && isHeap(err) ->
                    heap();
            case Outcome.Exited(int code) -> exited(code, err);
            case Outcome.Signalled(int signal) when signal == ABORTED && isHeap(err) -> heap();
            case Outcome.Signalled(int signal) -> "was ended by signal " + signal;
            case Outcome.TimedOut(Duration limit) -> "ran longer than " + seconds(limit);
            case Outcome.OutOfTime(Duration limit) ->
                    "used more than " + seconds(limit) + " of processor time";
            case Outcome.OutOfMemory(long limit) -> "used more than " + size(limit) + " of memory";
            case Outcome.TooMuchOutput(long limit) -> "printed more than " + size(limit);
            case Outcome.Closed() -> "was ended";
        };
    }

    /// Short, for the evidence: `exit 1`.
    static String brief(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code) -> "exit " + code;
            case Outcome.Signalled(int signal) -> "signal " + signal;
            case Outcome.Closed() -> "";
            default -> words(outcome, "");
        };
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }

    private static String exited(int code, String err) {
        String error = uncaught(err);
        return code != 0 && !error.isEmpty()
                ? "ended with exit code " + code + " after " + error
                : "ended itself with exit code " + code;
    }

    static boolean isHeap(String err) {
        return err.contains("JavaScript heap out of memory")
                || err.contains("Allocation failed - JavaScript heap");
    }

    private static String heap() {
        return "used more memory than it may (JavaScript heap out of memory)";
    }

    private static String size(long bytes) {
        return bytes % Limits.MEGABYTE == 0 ? bytes / Limits.MEGABYTE + " MB" : bytes + " bytes";
    }

    /// The error Node ended the process with, from what it printed: a line such as `TypeError: …` that stands
    /// before the stack and the last line, which names Node's version.
    private static String uncaught(String err) {
        var lines = err.strip().lines().toList();
        if (lines.isEmpty() || !lines.getLast().startsWith("Node.js v")) {
            return "";
        }
        return lines.reversed().stream()
                .filter(line -> line.matches("(Uncaught )?[\\w$.]*(Error|Exception)\\b.*"))
                .findFirst()
                .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line)
                .orElse("an uncaught error");
    }
}
