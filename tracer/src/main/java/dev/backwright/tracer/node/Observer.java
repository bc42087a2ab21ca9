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

    /// Something is asked for that is done in a later poll phase.
    default void asks(Request request) {}

    /// It is done, and what was to be told of it is told now.
    default void completes(Request request) {}

    /// Everything that followed from it at once has run.
    default void completed(Request request) {}

    /// `import()` has begun to load a module.
    ///
    /// @param promise the one that Node's loader settles
    default void imports(String specifier, Object promise) {}

    /// Text goes to standard output (1) or standard error (2).
    default void prints(int descriptor, String text) {}
}
