package dev.backwright.judge.app;

import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Outcome;
import java.time.Duration;
import java.util.Map;

/// How a process ended, in words for a learner.
public final class Endings {

    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE",
                    9, "SIGKILL", 11, "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

    private Endings() {}

    /// As the end of "it ended with …".
    public static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code) -> "exit " + code;
            case Outcome.Signalled(int signal) ->
                    "signal " + SIGNALS.getOrDefault(signal, String.valueOf(signal));
            case Outcome.TimedOut(Duration limit) ->
                    "a limit: it ran longer than " + seconds(limit);
            case Outcome.OutOfTime(Duration limit) ->
                    "a limit: it computed for more than " + seconds(limit);
            case Outcome.OutOfMemory(long limit) ->
                    "a limit: it wanted more than " + megabytes(limit) + " of memory";
            case Outcome.TooMuchOutput(long limit) ->
                    "a limit: it printed more than " + megabytes(limit);
            case Outcome.Closed() -> "the check, which ended it";
        };
    }

    /// As a shell would tell it: 128 + n after signal n, 124 after a limit of time, 137 after another limit.
    public static int exitCode(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code) -> code;
            case Outcome.Signalled(int signal) -> 128 + signal;
            case Outcome.TimedOut _, Outcome.OutOfTime _ -> 124;
            case Outcome.OutOfMemory _, Outcome.TooMuchOutput _, Outcome.Closed _ -> 137;
        };
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? time.toSeconds() + " s"
                : time.toMillis() / 1000.0 + " s";
    }

    private static String megabytes(long bytes) {
        return bytes / Limits.MEGABYTE + " MB";
    }
}
