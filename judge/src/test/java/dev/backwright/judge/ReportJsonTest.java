package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private static final List<Evidence> EVERY_KIND =
            List.of(
                    new Evidence.Calls(
                            List.of(
                                    new Evidence.Calls.Row("sum([])", "0", "''", false),
                                    new Evidence.Calls.Row("sum([1])", null, "1", true))),
                    new Evidence.Http(
                            "GET",
                            "/",
                            List.of(new Request.Header("A", "b")),
                            "",
                            0,
                            List.of(),
                            "",
                            1.5,
                            2,
                            "The server ended.",
                            "curl",
                            new Evidence.Http.Via(2, 1, true)),
                    new Evidence.Sql(
                            "postgres",
                            Arrays.stream(Wire.Fate.values())
                                    .map(ReportJsonTest::statement)
                                    .toList()),
                    new Evidence.Wires(List.of(scene()), 2),
                    new Evidence.Rows("select 1", List.of("a"), List.of(List.of("1")), List.of()),
                    new Evidence.Rows("select 1", List.of("a"), null, List.of(List.of("null"))),
                    new Evidence.Console("node a.js", "<b>out</b>", "err\n", "exit 1"),
                    new Evidence.Log(
                            List.of(new Evidence.Log.Line(true, "warn", "{\"level\":40}")), 1),
                    new Evidence.File("a.js", "let a;"),
                    new Evidence.Repeat("./backwright check"));

    @Test
    void everyVerdictOutcomeAndKindKeepsToTheSchemaAndReadsBack() {
        for (Verdict verdict : Verdict.values()) {
            ReportShape.holds(report(verdict, everyOutcome()));
        }
    }

    @Test
    void anIncidentKeepsToTheSchemaAndReadsBack() {
        var json = ReportJson.write(report(Verdict.UNJUDGED, everyOutcome()));
        ReportShape.holds(
                ReportJson.read(
                        json.substring(0, json.length() - 1) + ",\"incident\":\"bw-0a1b2c3d\"}"));
        var lab = Labs.load(Fixture.COURSE).find(LabId.of("web/hello")).orElseThrow();
        var submission = new Submission("s", lab.id(), lab.starter(), 7, 1);
        var report =
                Unjudged.byOurFault(submission, lab, new JudgeException("the disk is gone"))
                        .withQueued(1);
        assertTrue(report.foundOurFault());
        assertEquals(List.of("We could not judge it: the disk is gone"), report.ourFaults());
        assertEquals(report, ReportJson.read(ReportJson.write(report)));
        assertEquals(report.incident(), report.filedAs("t", "web/hello", 2).incident());
        assertNull(Unjudged.waits(submission, lab, "it waits").incident());
    }

    @Test
    void theWordsAreThoseOfTheDesign() {
        String json = ReportJson.write(report(Verdict.UNJUDGED, everyOutcome()));
        for (String word :
                List.of(
                        "\"verdict\":\"unjudged\"",
                        "\"not-judged-here\"",
                        "\"kind\":\"sql\"",
                        "\"cut-before\"")) {
            assertTrue(json.contains(word), word);
        }
        EVERY_KIND.forEach(
                evidence -> assertTrue(json.contains("\"kind\":\"" + evidence.kind() + "\"")));
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() {
        String json = ReportJson.write(report(Verdict.PASSED, List.of()));
        assertEquals(List.of(), ReportShape.violations(json));
        assertFalse(ReportShape.violations(json.replace("\"passed\"", "\"fine\"")).isEmpty());
        assertFalse(ReportShape.violations(json.replace("\"seed\"", "\"sed\"")).isEmpty());
        assertThrows(JudgeException.class, () -> ReportJson.read("{\"schema\":"));
    }

    @Test
    void aReportFromBeforeExchangesToldTheirWayCanStillBeRead() {
        Report report = report(Verdict.FAILED, everyOutcome());
        String older = ReportJson.write(report).replaceAll(",\"via\":\\{[^}]*}", "");
        assertEquals(List.of(), ReportShape.violations(older));
        assertTrue(
                ReportJson.read(older).checks().stream()
                        .flatMap(check -> check.evidence().stream())
                        .anyMatch(
                                seen -> seen instanceof Evidence.Http http && http.via() == null));
    }

    @Test
    void aReportOfBeforeLimitsWereToldIsRead() {
        String json = ReportJson.write(report(Verdict.PASSED, List.of()));
        String old = json.replaceAll("\"limits\":\\[[^]]*],", "");
        assertFalse(old.contains("limits"), old);
        assertEquals(List.of(), ReportShape.violations(old));
        assertEquals(report(Verdict.PASSED, List.of()), ReportJson.read(old));
    }

    @Test
    void theVerdictFollowsTheRule() {
        List<CheckResult> all = everyOutcome();
        assertEquals(Verdict.FAILED, Verdict.of(all));
        assertEquals(Verdict.UNJUDGED, Verdict.of(without(all, Outcome.FAILED)));
        assertEquals(
                Verdict.PASSED, Verdict.of(List.of(result(Outcome.PASSED, null, null, List.of()))));
        assertEquals(Verdict.UNJUDGED, Verdict.of(List.of()));
    }

    private static List<CheckResult> without(List<CheckResult> all, Outcome outcome) {
        return all.stream().filter(result -> result.outcome() != outcome).toList();
    }

    private static List<CheckResult> everyOutcome() {
        List<CheckResult> all = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            all.add(
                    switch (outcome) {
                        case PASSED -> result(outcome, null, null, List.of());
                        case FAILED -> result(outcome, null, "expected 1; seen 2", EVERY_KIND);
                        case BLOCKED -> result(outcome, "start", null, List.of());
                        case UNJUDGED, NOT_JUDGED_HERE ->
                                result(outcome, null, "no database", List.of());
                    });
        }
        return all;
    }

    private static CheckResult result(
            Outcome outcome, @Nullable String by, @Nullable String said, List<Evidence> evidence) {
        return new CheckResult("a-b", "does it", outcome, by, said, 2, 1.5, false, evidence);
    }

    private static Report report(Verdict verdict, List<CheckResult> checks) {
        return new Report(
                1,
                "s",
                "web/hello",
                "0".repeat(64),
                "0.1.0",
                7,
                1,
                verdict,
                checks,
                Map.of("queued", 0.0, "prepared", 1.0, "booted", 2.0, "checked", 3.0),
                new Report.RanOn("v24.21.0", "process", Map.of("postgres", "18.6")),
                null);
    }

    private static Evidence.Wires.Scene scene() {
        var http =
                new Evidence.Http(
                        "GET", "/", List.of(), "", 200, List.of(), "", 1, 2, null, "curl");
        var step =
                new Evidence.Wires.Step(7, "redis", 1.5, "let go early", statement(Wire.Fate.DONE));
        return new Evidence.Wires.Scene(
                List.of(new Evidence.Wires.Exchange(3, true, http)), List.of(step), 4);
    }

    private static Wire.Statement statement(Wire.Fate fate) {
        return new Wire.Statement(1, 0, "select $1", List.of("1"), -1, 0.1, 0.2, fate, "", "(nil)");
    }
}
