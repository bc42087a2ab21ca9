package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import java.util.List;
import java.util.Map;

/// The report of a judge that could not even begin.
final class Unjudged {

    private Unjudged() {}

    static Report report(Version version, Lab lab, String why) {
        var checks =
                lab.checks().entrySet().stream()
                        .map(check -> unjudged(check.getKey(), check.getValue().size(), why))
                        .toList();
        return new Report(
                1,
                version.id().toString(),
                version.lab().toString(),
                lab.digest(),
                "0.1.0",
                version.seed(),
                version.attempt(),
                Report.Verdict.UNJUDGED,
                checks,
                Map.of(),
                new Report.RanOn("", "", Map.of()));
    }

    private static Report.CheckResult unjudged(String id, int hints, String why) {
        return new Report.CheckResult(
                id, id, Report.Outcome.UNJUDGED, null, why, hints, 0, false, List.of());
    }
}
