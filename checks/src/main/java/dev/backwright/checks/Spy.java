package dev.backwright.checks;

import java.util.List;

/// A function of the check's own inside the learner's program, which remembers how it was called.
public interface Spy {

    /// How often it has been called so far.
    Seen calls();

    /// The arguments of each call so far, in order, as values.
    List<List<Value>> arguments();

    /// The `this` of each call so far, in order.
    List<Value> selves();

    /// The function itself, for reading properties or comparing.
    Value function();
}
