package dev.backwright.academy.platform;

import org.jspecify.annotations.Nullable;

/// The academy cannot start or go on. The message is the one sentence a person reads; the code is what the process
/// ends with: 64 when it was called wrongly, 2 for everything else.
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CannotStart(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /// It was called wrongly.
    public static CannotStart usage(String message) {
        return new CannotStart(64, message, null);
    }

    /// The machine or the home folder is in the way.
    public static CannotStart here(String message) {
        return new CannotStart(2, message, null);
    }

    public static CannotStart here(String message, Throwable cause) {
        return new CannotStart(2, message, cause);
    }

    /// The one sentence.
    public String says() {
        return String.valueOf(getMessage());
    }

    public int exitCode() {
        return exitCode;
    }
}
