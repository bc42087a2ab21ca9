package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.LabId;
import java.time.Duration;

/// What holds help back beside the help's own rules.
@FunctionalInterface
public interface HelpRule {

    Limits of(Learner learner, LabId lab);

    /// @param hints why no further hint opens yet, in a sentence; empty where one may
    /// @param between the least time between two hints of the lab
    /// @param solution why the solution is not shown yet, in a sentence; empty where it is
    record Limits(String hints, Duration between, String solution) {

        public static final Limits NONE = new Limits("", Duration.ZERO, "");
    }
}
