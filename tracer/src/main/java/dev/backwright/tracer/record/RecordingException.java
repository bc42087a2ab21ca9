package dev.backwright.tracer.record;

/// The recorder cannot go on; the fault is ours, not the program's.
public final class RecordingException extends RuntimeException {

    public RecordingException(String message) {
        super(message);
    }

    public RecordingException(String message, Throwable cause) {
        super(message, cause);
    }
}
