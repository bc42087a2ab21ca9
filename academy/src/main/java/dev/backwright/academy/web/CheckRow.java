package dev.backwright.academy.web;

import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Outcome;
import org.jspecify.annotations.Nullable;

/// One check in the result pane.
///
/// @param title what holds when it passes; names in backquotes are set as code
/// @param result what became of it; `null` while the judge is not there yet
/// @param blockedBy title of the check this one waits for; `null` when it waits for the program's start, or for nothing
/// @param retry for `unjudged`: which try comes, `2nd of 3`, or when; empty when it is not tried again
public record CheckRow(
        String id,
        String title,
        Report.@Nullable CheckResult result,
        @Nullable String blockedBy,
        String retry,
        Hints hints) {

    public boolean passed() {
        return result != null && result.outcome() == Outcome.PASSED;
    }

    public boolean failed() {
        return result != null && result.outcome() == Outcome.FAILED;
    }

    /// The style class, and the word that stands at the right.
    public String word() {
        if (result == null) {
            return "waiting";
        }
        return switch (result.outcome()) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case BLOCKED -> "blocked";
            case UNJUDGED -> "unjudged";
            case NOT_JUDGED_HERE -> "not judged here";
        };
    }

    public String style() {
        return "is-" + word().replace(' ', '-');
    }

    public String mark() {
        if (result == null) {
            return "st-none";
        }
        return switch (result.outcome()) {
            case PASSED -> "ck-pass";
            case FAILED -> "ck-fail";
            case BLOCKED -> "ck-block";
            case UNJUDGED, NOT_JUDGED_HERE -> "ck-unj";
        };
    }
}
