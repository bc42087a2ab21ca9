package dev.backwright.academy.catalog;

import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;

/// Whoever keeps rows under a lab's id implements it, and takes them along when the lab is renamed.
@FunctionalInterface
public interface FollowsRenames {

    /// Moves what lies under a lab's former id to the one it has now. Takes part in a transaction, and finds nothing to
    /// do the second time.
    void follow(LabId former, Lab lab);
}
