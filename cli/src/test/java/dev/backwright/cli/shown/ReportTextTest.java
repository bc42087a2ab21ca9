package dev.backwright.cli.shown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    private static final Ink PLAIN = new Ink(false);
    private static final int WIDE = 1_000;

    @Test
    void theVerdictStandsFirst() {
        String text = text(Report.Verdict.FAILED, passed("one"), failed("two", List.of()));

        assertEquals("Not passed yet: 1 of 2 checks hold.", text.lines().findFirst().orElseThrow());
    }

    @Test
    void everyOutcomeHasItsMarkAndItsWord() {
        String text =
                text(
                        Report.Verdict.FAILED,
                        passed("one"),
                        failed("two", List.of()),
                        check("three", Outcome.BLOCKED, "two", null, List.of()),
                        check(
                                "four",
                                Outcome.UNJUDGED,
                                null,
                                "the database did not start",
                                List.of()),
                        check("five", Outcome.NOT_JUDGED_HERE, null, "no mongod here", List.of()));

        assertTrue(text.contains("✓ passed           title of one"), text);
        assertTrue(text.contains("✗ failed           title of two"), text);
        assertTrue(text.contains("‖ blocked          title of three"), text);
        assertTrue(text.contains("waits for: title of two"), text);
        assertTrue(text.contains("◌ not judged       title of four"), text);
        assertTrue(text.contains("◌ not judged here  title of five"), text);
    }

    @Test
    void whatDoesNotStartIsSaid() {
        String text =
                text(
                        Report.Verdict.FAILED,
                        check("one", Outcome.BLOCKED, "start", null, List.of()));

        assertTrue(text.contains("waits for the program to start"), text);
    }

    @Test
    void callsStandInATable() {
        var calls =
                new Evidence.Calls(
                        List.of(
                                new Evidence.Calls.Row("next()", "1", "1", true),
                                new Evidence.Calls.Row("next()", "2", "1", false)));

        String text = text(Report.Verdict.FAILED, failed("one", List.of(calls)));

        assertTrue(text.contains("call    expected  seen"), text);
        assertTrue(text.contains("✗  next()  2         1"), text);
    }

    @Test
    void anExchangeIsShownWithItsRepeat() {
        var http =
                new Evidence.Http(
                        "POST",
                        "/notes",
                        List.of(new Request.Header("Accept", "*/*")),
                        "{}",
                        500,
                        List.of(),
                        "boom",
                        0,
                        3,
                        null,
                        "curl $PORT",
                        new Evidence.Http.Via(1, 1, false));

        String text = text(Report.Verdict.FAILED, failed("one", List.of(http)));

        assertTrue(text.contains("→ POST /notes"), text);
        assertTrue(text.contains("← 500 after 3 ms"), text);
        assertTrue(text.contains("again: curl $PORT"), text);
    }

    @Test
    void statementsAndRowsAreShown() {
        var statement =
                new Wire.Statement(
                        1,
                        2,
                        "update  account\n set x = $1",
                        List.of("7"),
                        1,
                        4,
                        1,
                        Wire.Fate.CUT_AFTER,
                        "");
        var rows =
                new Evidence.Rows(
                        "select 1", List.of("a"), List.of(List.of("1")), List.of(List.of("2")));

        String text =
                text(
                        Report.Verdict.FAILED,
                        failed(
                                "one",
                                List.of(new Evidence.Sql("postgres", List.of(statement)), rows)));

        assertTrue(text.contains("update account set x = $1  [7]"), text);
        assertTrue(text.contains("done, its answer cut off"), text);
        assertTrue(text.contains("expected:"), text);
    }

    @Test
    void whatALearnerPrintedDoesNotActOnTheTerminal() {
        String evil = "\033[2J\033]0;x\007\u202e\0";
        List<Evidence> all =
                List.of(
                        new Evidence.Console("node " + evil, evil, evil, evil),
                        new Evidence.Log(List.of(new Evidence.Log.Line(true, evil, evil)), 2),
                        new Evidence.File(evil, evil),
                        new Evidence.Repeat(evil),
                        new Evidence.Calls(
                                List.of(new Evidence.Calls.Row(evil, evil, evil, false))));

        String text =
                text(Report.Verdict.FAILED, check("one", Outcome.FAILED, null, "saw " + evil, all));

        assertTrue(
                text.chars().noneMatch(c -> (c < 0x20 && c != '\n') || c == 0x7f || c == 0x202e),
                text);
    }

    @Test
    void longTextsAreCutAndSayWhereTheRestIs() {
        var file = new Evidence.File("a.txt", "line\n".repeat(100));

        String text = text(Report.Verdict.FAILED, failed("one", List.of(file)));

        assertTrue(text.contains("more lines; --json has them"), text);
    }

    @Test
    void thatThereAreHintsIsSaidOnce() {
        String text =
                text(Report.Verdict.FAILED, failed("one", List.of()), failed("two", List.of()));

        assertEquals(2, text.split("hints", -1).length, text);
        assertFalse(text(Report.Verdict.PASSED, passed("one")).contains("hints"));
    }

    @Test
    void sentencesAndTablesKeepWithinTheTerminal() {
        var row =
                new Evidence.Calls.Row("call(1) ".repeat(20), "1 ".repeat(60), "[\n  2\n]", false);
        var check =
                check(
                        "one",
                        Outcome.FAILED,
                        null,
                        "expected that and that; ".repeat(10),
                        List.of(new Evidence.Calls(List.of(row))));

        String text = ReportText.of(report(Report.Verdict.FAILED, check), PLAIN, 80);

        assertTrue(text.lines().skip(3).limit(12).allMatch(line -> line.length() <= 80), text);
        assertTrue(text.contains("[ 2 ]"), text);
    }

    @Test
    void colourIsOnlyForThoseWhoWantIt() {
        Report report = report(Report.Verdict.PASSED, passed("one"));

        assertFalse(ReportText.of(report, PLAIN, WIDE).contains("\033"));
        assertEquals(
                ReportText.of(report, PLAIN, WIDE),
                ReportText.of(report, new Ink(true), WIDE).replaceAll("\033\\[[0-9;]*m", ""));
    }

    @Test
    void aFaultOfOursHasANameAndSaysWhatToDo() {
        var plain = report(Report.Verdict.UNJUDGED, passed("a"));
        var report =
                new Report(
                        1,
                        "s",
                        plain.lab(),
                        "d",
                        "0.1.0",
                        7,
                        1,
                        plain.verdict(),
                        plain.checks(),
                        plain.phases(),
                        plain.runtime(),
                        "bw-0a1b2c3d");
        var text = ReportText.of(report, PLAIN, WIDE);
        assertTrue(
                text.contains(
                        "Incident bw-0a1b2c3d, our fault. Check again; if it stays so, ./backwright doctor says what this machine lacks."),
                text);
        assertFalse(ReportText.of(plain, PLAIN, WIDE).contains("Incident"));
    }

    private static String text(Report.Verdict verdict, CheckResult... checks) {
        return ReportText.of(report(verdict, checks), PLAIN, WIDE);
    }

    private static Report report(Report.Verdict verdict, CheckResult... checks) {
        return new Report(
                1,
                "s",
                "javascript/closures",
                "d",
                "0.1.0",
                7,
                1,
                verdict,
                List.of(checks),
                Map.of("checked", 12.4),
                new Report.RanOn("v24.21.0", "namespaces", Map.of()),
                null);
    }

    private static CheckResult passed(String id) {
        return check(id, Outcome.PASSED, null, null, List.of());
    }

    private static CheckResult failed(String id, List<Evidence> evidence) {
        return check(id, Outcome.FAILED, null, "expected that, saw this", evidence);
    }

    private static CheckResult check(
            String id,
            Outcome outcome,
            @Nullable String by,
            @Nullable String message,
            List<Evidence> evidence) {
        return new CheckResult(id, "title of " + id, outcome, by, message, 2, 1.5, false, evidence);
    }
}
