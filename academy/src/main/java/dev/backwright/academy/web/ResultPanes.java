package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.grading.AtWork;
import dev.backwright.academy.progress.HintBook;
import dev.backwright.academy.submissions.Retries;
import dev.backwright.academy.submissions.Standing;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.service.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the rows of a result: the lab's checks in their order, with what became of them.
@Component
final class ResultPanes {

    private final Catalog catalog;
    private final AtWork atWork;
    private final HintBook hints;
    private final Retries retries;

    ResultPanes(Catalog catalog, AtWork atWork, HintBook hints, Retries retries) {
        this.catalog = catalog;
        this.atWork = atWork;
        this.hints = hints;
        this.retries = retries;
    }

    ResultPane working(Lab lab, Version version, @Nullable Double usualMillis) {
        var now = atWork.on(version.id());
        var done =
                now.map(AtWork.Now::checked).orElse(List.of()).stream()
                        .collect(Collectors.toMap(CheckResult::id, it -> it, (a, b) -> b));
        var rows = lab.checks().keySet().stream().map(id -> waiting(id, done.get(id))).toList();
        return new ResultPane.Working(
                lab.id(),
                version.id().toString(),
                version.number(),
                now.map(AtWork.Now::phase).orElse("queued"),
                usualMillis,
                rows);
    }

    private static CheckRow waiting(String id, @Nullable CheckResult result) {
        return new CheckRow(
                id, result == null ? words(id) : result.title(), result, null, "", Hints.NONE);
    }

    /// Before the judge has said a title, the id's own words stand for it.
    private static String words(String id) {
        return id.replace('-', ' ');
    }

    ResultPane judged(Lab lab, Version version, Standing standing, Report report, Remarks remarks) {
        return new ResultPane.Judged(
                lab.id(),
                version.id().toString(),
                version.number(),
                remarks.at(),
                report.verdict(),
                remarks.starter(),
                remarks.clean(),
                report.seed(),
                rows(lab, version, standing, report),
                phases(report, remarks.usualMillis()),
                report.verdict() == Report.Verdict.PASSED ? next(lab) : null,
                report.incident(),
                standing.done());
    }

    /// What a report does not know.
    ///
    /// @param at the time of day
    record Remarks(String at, boolean starter, boolean clean, @Nullable Double usualMillis) {}

    private List<CheckRow> rows(Lab lab, Version version, Standing standing, Report report) {
        Map<String, String> titles =
                report.checks().stream()
                        .collect(
                                Collectors.toMap(CheckResult::id, CheckResult::title, (a, b) -> a));
        var retry = retry(standing);
        Function<CheckResult, CheckRow> row =
                check -> {
                    var blockedBy = check.blockedBy();
                    return new CheckRow(
                            check.id(),
                            check.title(),
                            check,
                            blockedBy == null ? null : titles.get(blockedBy),
                            check.outcome() == Report.Outcome.UNJUDGED ? retry : "",
                            hints(version.learner(), lab, check));
                };
        return report.checks().stream().map(row).toList();
    }

    private String retry(Standing standing) {
        if (standing.done()) {
            return "";
        }
        if (standing.unjudged() == 0) {
            return "when that is possible";
        }
        int next = standing.unjudged() + 1;
        return (next == 2 ? "2nd" : next == 3 ? "3rd" : next + "th") + " of " + retries.tries();
    }

    private Hints hints(Learner learner, Lab lab, CheckResult check) {
        if (check.outcome() != Report.Outcome.FAILED || !lab.checks().containsKey(check.id())) {
            return Hints.NONE;
        }
        var book = hints.of(learner, lab, check.id());
        return new Hints(
                book.tiers(),
                book.opened(),
                book.nextIsOpen(),
                book.minutesToNext(),
                book.heldBack());
    }

    private static ResultPane.Phases phases(Report report, @Nullable Double usualMillis) {
        var phases = new ArrayList<ResultPane.Phase>();
        for (var name : List.of("queued", "prepared", "booted", "checked")) {
            var millis = report.phases().get(name);
            if (millis != null) {
                phases.add(new ResultPane.Phase(name, millis));
            }
        }
        var runtime = report.runtime();
        var services =
                runtime.services().entrySet().stream()
                        .map(it -> spelled(it.getKey()) + " " + it.getValue())
                        .toList();
        return new ResultPane.Phases(
                phases, usualMillis, runtime.node(), runtime.isolation(), services);
    }

    private static String spelled(String service) {
        return Kind.of(service).map(Kind::title).orElse(service);
    }

    /// The lab after this one, on the whole path.
    private ResultPane.@Nullable Next next(Lab lab) {
        var all = catalog.all();
        int after = all.indexOf(lab) + 1;
        if (after == 0 || after >= all.size()) {
            return null;
        }
        var next = all.get(after);
        return new ResultPane.Next(next.id(), next.sheet().title());
    }
}
