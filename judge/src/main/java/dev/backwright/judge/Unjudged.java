package dev.backwright.judge;

import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reports of a judge that could not even begin.
public final class Unjudged {

    private Unjudged() {}

    /// It waits: nothing went wrong, and it is judged as soon as that is possible.
    ///
    /// @param why in a sentence that says what to do
    public static Report waits(Submission submission, Lab lab, String why) {
        return report(submission, lab, why, null);
    }

    /// Something went wrong on our side.
    public static Report byOurFault(Submission submission, Lab lab, Throwable fault) {
        String why = "We could not judge it: " + fault.getMessage();
        return report(submission, lab, why, Incident.next());
    }

    private static Report report(
            Submission submission, Lab lab, String why, @Nullable String incident) {
        var checks =
                lab.checks().entrySet().stream()
                        .map(check -> unjudged(check.getKey(), check.getValue().size(), why))
                        .toList();
        return new Report(
                1,
                submission.id(),
                lab.id().toString(),
                lab.digest(),
                Version.TEXT,
                submission.seed(),
                submission.attempt(),
                Report.Verdict.UNJUDGED,
                checks,
                Map.of(),
                new Report.RanOn("", "", Map.of()),
                incident);
    }

    private static CheckResult unjudged(String id, int hints, String why) {
        return new CheckResult(id, id, Outcome.UNJUDGED, null, why, hints, 0, false, List.of());
    }
}
