package dev.backwright.academy.platform;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the academy's process was called with.
///
/// @param port the port that was asked for; `null` for the usual one
/// @param file what to export to or import from
public record Arguments(Task task, @Nullable Integer port, @Nullable Path file) {

    /// What it is to do.
    public enum Task {
        SERVE,
        EXPORT,
        IMPORT
    }

    /// @throws CannotStart naming what is wrong
    public static Arguments of(String... words) {
        var left = new ArrayDeque<>(List.of(words));
        var arguments = new Arguments(Task.SERVE, null, null);
        while (!left.isEmpty()) {
            arguments = arguments.with(left.pop(), left);
        }
        return arguments;
    }

    private Arguments with(String option, ArrayDeque<String> left) {
        return switch (option) {
            case "--port" -> new Arguments(task, number(value(option, left)), file);
            case "--export" ->
                    new Arguments(Task.EXPORT, port, Path.of(value(option, left)).toAbsolutePath());
            case "--import" ->
                    new Arguments(Task.IMPORT, port, Path.of(value(option, left)).toAbsolutePath());
            default ->
                    throw CannotStart.usage(
                            "Unknown option %s. The academy knows --port N, --export FILE and --import FILE."
                                    .formatted(option));
        };
    }

    private static String value(String option, ArrayDeque<String> left) {
        if (left.isEmpty()) {
            throw CannotStart.usage(option + " wants a value after it.");
        }
        return left.pop();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw CannotStart.usage("--port wants a number from 0 to 65535, got " + text + ".");
        }
    }

    /// Where to listen.
    ///
    /// @throws CannotStart when it cannot
    public Port choosePort() {
        return port == null ? Port.usual() : Port.asked(port);
    }
}
