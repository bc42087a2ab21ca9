package dev.backwright.academy.cohorts;

import org.jspecify.annotations.Nullable;

/// How much a cohort gives for a lab.
///
/// @param attempts how many count at most; `null`: any number
/// @param hintsAfter how many attempts come before the first hint
/// @param hintMinutes how much time lies between two hints at least
/// @param hidesSolution whether the solution is shown after a pass or the deadline alone
public record Allowance(
        @Nullable Integer attempts, int hintsAfter, int hintMinutes, boolean hidesSolution) {

    public static final Allowance ANY = new Allowance(null, 0, 0, false);
}
