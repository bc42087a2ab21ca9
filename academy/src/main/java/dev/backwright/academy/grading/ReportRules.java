package dev.backwright.academy.grading;

import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What must hold of a report before it is believed, whoever made it.
final class ReportRules {

    private ReportRules() {}

    /// Every rule that is broken, as a sentence.
    static List<String> broken(Report report, Lab lab) {
        var broken = new ArrayList<String>();
        if (report.schema() != 1) {
            broken.add("schema is 1, got " + report.schema());
        }
        if (!report.lab().equals(lab.id().toString())
                && !lab.sheet().formerly().contains(report.lab())) {
            broken.add("lab is " + lab.id() + ", got " + report.lab());
        }
        var ids = report.checks().stream().map(Report.CheckResult::id).toList();
        if (ids.isEmpty()) {
            broken.add("it holds no checks");
        }
        if (new HashSet<>(ids).size() != ids.size()) {
            broken.add("a check stands in it twice");
        }
        if (report.labDigest().equals(lab.digest())
                && !new HashSet<>(ids).equals(lab.checks().keySet())) {
            broken.add("its checks are not the lab's: " + ids);
        }
        if (report.verdict() != verdict(report)) {
            broken.add("its checks say " + verdict(report) + ", its verdict " + report.verdict());
        }
        return broken;
    }

    private static Verdict verdict(Report report) {
        if (has(report, Outcome.FAILED)) {
            return Verdict.FAILED;
        }
        boolean nothingSeen =
                report.checks().stream()
                        .allMatch(check -> check.outcome() == Outcome.NOT_JUDGED_HERE);
        return nothingSeen || has(report, Outcome.UNJUDGED) ? Verdict.UNJUDGED : Verdict.PASSED;
    }

    private static boolean has(Report report, Outcome outcome) {
        return report.checks().stream().anyMatch(check -> check.outcome() == outcome);
    }
}
