package dev.backwright.academy.web;

import dev.backwright.academy.web.ResultPane.Judged;
import dev.backwright.academy.web.ResultPane.Next;
import dev.backwright.academy.web.ResultPane.Phase;
import dev.backwright.academy.web.ResultPane.Phases;
import dev.backwright.academy.web.ResultPane.Untried;
import dev.backwright.academy.web.ResultPane.Working;
import dev.backwright.checks.Evidence;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened, in every way it can.
final class SampleResults {

    private static final Hints FIRST_OPENED =
            new Hints(
                    3,
                    List.of(
                            "Two calls are the same call when everything that can change the answer is the same. What does your cache compare, and what does it leave out?"),
                    false,
                    6);

    private SampleResults() {}

    static ResultPane untried() {
        return new Untried(Samples.CLOSURES, 5);
    }

    /// The judge at its work; the first `done` checks have their result.
    static ResultPane working(String phase, int done) {
        var rows = new ArrayList<CheckRow>();
        for (int i = 0; i < 5; i++) {
            var row = failedRows().get(i);
            rows.add(
                    i < done
                            ? row
                            : new CheckRow(row.id(), row.title(), null, null, "", Hints.NONE));
        }
        return new Working(Samples.CLOSURES, "s12", 12, phase, Samples.usually(), rows);
    }

    static ResultPane failed() {
        return judged(Verdict.FAILED, failedRows(), false, false);
    }

    static ResultPane starter() {
        return judged(Verdict.FAILED, failedRows(), true, false);
    }

    static ResultPane passed(boolean clean) {
        var rows =
                failedRows().stream()
                        .map(row ->
                                row(
                                        row.id(),
                                        row.title(),
                                        Outcome.PASSED,
                                        null,
                                        null,
                                        Hints.NONE,
                                        List.of()))
                        .toList();
        return judged(Verdict.PASSED, rows, false, clean);
    }

    /// The program does not start: said once, the rest is blocked.
    static ResultPane blocked() {
        var rows = new ArrayList<CheckRow>();
        rows.add(
                row(
                        "once",
                        "`once` calls its function a single time",
                        Outcome.FAILED,
                        null,
                        "The program does not start.",
                        new Hints(2, List.of(), true, 0),
                        List.of(
                                new Evidence.Console(
                                        "node main.js",
                                        "",
                                        "SyntaxError: Unexpected token '}'\n",
                                        "exit 1"))));
        for (var id : List.of("counter", "memoize")) {
            rows.add(
                    row(
                            id,
                            id + " does its work",
                            Outcome.BLOCKED,
                            "start",
                            null,
                            Hints.NONE,
                            List.of()));
        }
        return judged(Verdict.FAILED, rows, false, false);
    }

    static ResultPane unjudged() {
        var rows = new ArrayList<CheckRow>(failedRows().subList(0, 2));
        rows.add(failedRows().get(4));
        rows.add(
                row(
                        "images",
                        "the image is small",
                        Outcome.NOT_JUDGED_HERE,
                        null,
                        "It needs `buildah`, which is not on this machine. The lab can be passed without it.",
                        Hints.NONE,
                        List.of()));
        return judged(Verdict.UNJUDGED, rows, false, false);
    }

    /// One failed check with this evidence.
    static ResultPane with(Evidence... evidence) {
        return judged(
                Verdict.FAILED,
                List.of(
                        row(
                                "shows",
                                "changes nothing when the database vanishes half way",
                                Outcome.FAILED,
                                null,
                                "Expected 201 and saw 503: the broken connection went back into the pool.",
                                new Hints(2, List.of("One `begin`.", "One `commit`."), false, 0),
                                List.of(evidence))),
                false,
                false);
    }

    static ResultPane everywhere(String text, List<Evidence> evidence) {
        var hints = new Hints(2, List.of(text), true, 0);
        return judged(
                Verdict.FAILED,
                List.of(
                        row(text, text, Outcome.FAILED, null, text, hints, evidence),
                        row("b", text, Outcome.BLOCKED, text, text, hints, List.of()),
                        row("u", text, Outcome.UNJUDGED, null, text, hints, List.of())),
                false,
                false);
    }

    private static List<CheckRow> failedRows() {
        var calls =
                new Evidence.Calls(
                        List.of(
                                new Evidence.Calls.Row("quote('oil', 1)", "12", "12", true),
                                new Evidence.Calls.Row("quote('oil', 2)", "24", "12", false)));
        return List.of(
                row(
                        "once",
                        "`once` calls its function a single time and keeps the answer",
                        Outcome.PASSED,
                        null,
                        null,
                        Hints.NONE,
                        List.of()),
                row(
                        "counters",
                        "two counters never share a number",
                        Outcome.PASSED,
                        null,
                        null,
                        Hints.NONE,
                        List.of()),
                row(
                        "memoize",
                        "`memoize` tells different arguments apart",
                        Outcome.FAILED,
                        null,
                        "The second call asked for two pieces and got the answer for one. The function was not asked again.",
                        FIRST_OPENED,
                        List.of(
                                calls,
                                new Evidence.Repeat(
                                        "backwright check javascript/closures --seed 7"))),
                row(
                        "caches",
                        "two memoised functions never share a cache",
                        Outcome.BLOCKED,
                        "memoize",
                        null,
                        Hints.NONE,
                        List.of()),
                new CheckRow(
                        "window",
                        "the rate window forgets calls older than its span",
                        result("window", "", Outcome.UNJUDGED, null, null, 0, List.of()),
                        null,
                        "2nd of 3",
                        Hints.NONE));
    }

    private static CheckRow row(
            String id,
            String title,
            Outcome outcome,
            @Nullable String blockedBy,
            @Nullable String message,
            Hints hints,
            List<Evidence> evidence) {
        var result = result(id, title, outcome, blockedBy, message, hints.tiers(), evidence);
        var blocker =
                blockedBy == null || blockedBy.equals("start")
                        ? null
                        : "`" + blockedBy + "` tells arguments apart";
        return new CheckRow(id, title, result, blocker, "", hints);
    }

    private static CheckResult result(
            String id,
            String title,
            Outcome outcome,
            @Nullable String blockedBy,
            @Nullable String message,
            int hints,
            List<Evidence> evidence) {
        return new CheckResult(
                id, title, outcome, blockedBy, message, hints, 3.6, !evidence.isEmpty(), evidence);
    }

    private static Judged judged(
            Verdict verdict, List<CheckRow> rows, boolean starter, boolean clean) {
        var phases =
                new Phases(
                        List.of(
                                new Phase("queued", 2),
                                new Phase("prepared", 6.2),
                                new Phase("booted", 11),
                                new Phase("checked", 23)),
                        Samples.usually(),
                        "v24.21.0",
                        "namespaces",
                        List.of("PostgreSQL 18.6"));
        var next = clean ? new Next(Samples.TRANSACTIONS, "Transactions") : null;
        return new Judged(
                Samples.CLOSURES,
                "s12",
                12,
                "09:41:07",
                verdict,
                starter,
                clean,
                7,
                rows,
                phases,
                next,
                null,
                true);
    }
}
