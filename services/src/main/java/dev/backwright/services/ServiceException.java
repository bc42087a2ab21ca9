package dev.backwright.services;

/// A service of ours could not do its work: our fault or the machine's, never the learner's.
/// The message is one sentence that says what, where, and what to do.
public class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ServiceException(String message) {
        super(message);
    }

    public ServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
