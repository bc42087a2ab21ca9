package dev.backwright.tracer.node;

/// Is told what a process does, while it does it and on its thread.
public interface Observer {

    /// Nobody looks.
    Observer NOBODY = new Observer() {};

    /// The phase is another one now.
    default void enters(Phase phase) {}

    /// A microtask begins: `job` is GraalJS's promise job, a function object.
    default void begins(Object job) {}

    /// It has ended, and no other has begun yet.
    default void ended(Object job) {}

    /// Text goes to standard output (1) or standard error (2).
    default void prints(int descriptor, String text) {}
}
