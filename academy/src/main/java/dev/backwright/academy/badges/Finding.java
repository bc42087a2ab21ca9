package dev.backwright.academy.badges;

import java.time.Instant;

/// What is to be said of a badge that somebody brings.
public sealed interface Finding {

    /// Made here, unchanged, and not taken back.
    record Ours(Badge badge, Statement says) implements Finding {}

    /// Made here; its learner has taken it back.
    record Withdrawn(Instant at) implements Finding {}

    /// Made here; there is nobody any more who has it.
    record Gone() implements Finding {}

    /// Names a key of ours, and is not what we gave.
    ///
    /// @param text what it says, whoever wrote it; empty where that cannot be read
    record Changed(String text) implements Finding {}

    /// @param why in a sentence
    /// @param text what it says, whoever wrote it; empty where that cannot be read
    record NotOurs(String why, String text) implements Finding {}
}
