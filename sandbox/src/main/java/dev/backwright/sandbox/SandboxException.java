package dev.backwright.sandbox;

/// The sandbox itself could not do its work: our fault or the machine's, never the learner's.
/// The message says what, where, and what to do.
public final class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
