package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.LabId;

/// Whether a learner may hand in a lab just now. Asked in the transaction that would take it, while their other submissions of the
/// lab wait: whoever counts attempts counts right.
@FunctionalInterface
public interface HandInRule {

    /// @throws dev.backwright.academy.platform.CannotAnswer with why not, and what to do
    void require(Learner learner, LabId lab);
}
