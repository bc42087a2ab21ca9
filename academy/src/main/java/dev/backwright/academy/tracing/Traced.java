package dev.backwright.academy.tracing;

/// What the tracer answered.
final class Traced {

    private final Said said;
    private final byte[] trace;

    Traced(Said said, byte[] trace) {
        this.said = said;
        this.trace = trace;
    }

    /// What the program printed and how it ended.
    Said said() {
        return said;
    }

    /// The trace, JSON in UTF-8; nobody here reads it.
    byte[] trace() {
        return trace;
    }
}
