package dev.backwright.academy.tracing;

/// The recorder could not do its work: our fault, never the program's.
final class TracerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    TracerFailure(String message) {
        super(message);
    }

    TracerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
