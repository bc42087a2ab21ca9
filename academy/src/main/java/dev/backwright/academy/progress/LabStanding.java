package dev.backwright.academy.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a learner is with a lab.
///
/// @param clean whether a pass came before the solution was seen
/// @param holding how many checks of the latest report passed; -1 where there is no report
/// @param touched when the learner was last at it; `null` for never
public record LabStanding(
        boolean passed,
        boolean clean,
        boolean solutionSeen,
        int holding,
        @Nullable Instant touched) {

    public static final LabStanding NEW = new LabStanding(false, false, false, -1, null);

    /// The four states a lab can be in.
    public enum State {
        NOT_BEGUN,
        BEGUN,
        PASSED,
        PASSED_CLEAN
    }

    public State state() {
        if (clean) {
            return State.PASSED_CLEAN;
        }
        if (passed) {
            return State.PASSED;
        }
        return touched == null ? State.NOT_BEGUN : State.BEGUN;
    }
}
