package dev.backwright.judge.worker;

import org.jspecify.annotations.Nullable;

/// This process cannot begin. The message is the one sentence a person reads; the code is what it ends with: 64 when it was
/// called or set up wrongly, 70 for everything else.
final class CannotWork extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CannotWork(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static CannotWork usage(String message) {
        return new CannotWork(64, message, null);
    }

    static CannotWork here(String message, Throwable cause) {
        return new CannotWork(70, message, cause);
    }

    static CannotWork here(String message) {
        return new CannotWork(70, message, null);
    }

    int exitCode() {
        return exitCode;
    }
}
