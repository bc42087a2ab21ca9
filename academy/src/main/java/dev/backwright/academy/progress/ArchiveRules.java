package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.submissions.HandInRule;
import dev.backwright.judge.LabId;

/// What of an archive is taken in as if it had been done here. An archive is no way around what holds here.
record ArchiveRules(HandInRule handIn, HelpRule help) {

    static final ArchiveRules NONE =
            new ArchiveRules((learner, lab) -> {}, (learner, lab) -> HelpRule.Limits.NONE);

    /// Whether a version may count as handed in; else it is kept, whatever report it brings.
    boolean judges(Learner learner, LabId lab) {
        try {
            handIn.require(learner, lab);
            return true;
        } catch (CannotAnswer e) {
            return false;
        }
    }

    boolean opensHints(Learner learner, LabId lab) {
        return help.of(learner, lab).equals(HelpRule.Limits.NONE);
    }
}
