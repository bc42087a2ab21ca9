package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.submissions.HandInRule;
import dev.backwright.academy.submissions.Quota;
import dev.backwright.judge.LabId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of an archive is taken in as if it had been done here. An archive is no way around what holds here.
///
/// @param quota `null` where there is none
@Component
record ArchiveRules(HandInRule handIn, HelpRule help, @Nullable Quota quota) {

    static final ArchiveRules NONE =
            new ArchiveRules((learner, lab) -> {}, (learner, lab) -> HelpRule.Limits.NONE, null);

    /// Bytes that a learner may still store.
    long room(Learner learner) {
        return quota == null ? Long.MAX_VALUE : quota.left(learner);
    }

    /// @throws CannotAnswer where less than nothing is left
    void requireRoom(long left) {
        if (left < 0 && quota != null) {
            throw quota.full();
        }
    }

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
