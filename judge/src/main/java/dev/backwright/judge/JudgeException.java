package dev.backwright.judge;

/// The judge could not do its work: our fault or the machine's, never the learner's.
/// The message says what, where, and what to do.
public final class JudgeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public JudgeException(String message) {
        super(message);
    }

    public JudgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
