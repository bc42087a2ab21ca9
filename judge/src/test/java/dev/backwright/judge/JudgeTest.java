package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.Report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgeTest {

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void anAppThatIsRightPasses() {
        Report report = fixture.judged("web/hello", fixture.lab("web/hello").solution());
        assertEquals(
                List.of("greets PASSED", "echoes PASSED", "has-manifest PASSED"),
                Fixture.outcomes(report),
                report::toString);
        assertEquals(Verdict.PASSED, report.verdict());
        assertTrue(report.runtime().node().startsWith("v24"));
        assertEquals("process", report.runtime().isolation());
        assertEquals(fixture.judge.machine().limits(), report.runtime().limits());
        ReportShape.holds(report);
    }

    @Test
    void anAppWithADatabasePasses() {
        Report report = fixture.judged("data/notes", fixture.lab("data/notes").solution());
        assertEquals(
                List.of("keeps PASSED", "survives-a-cut PASSED"),
                Fixture.outcomes(report),
                report::toString);
        assertTrue(String.valueOf(report.runtime().services().get("postgres")).startsWith("18"));
        ReportShape.holds(report);
    }

    @Test
    void aDatabaseThatIsNotUsedIsSeenInRowsAndOnTheWire() {
        String lazy =
                """
                import { createServer } from 'node:http';
                import pg from 'pg';
                const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
                createServer(async (req, res) => {
                  await pool.query('select 1');
                  res.writeHead(201).end();
                }).listen(process.env.PORT);
                """;
        Report report = fixture.judged("data/notes", "server.js", lazy);
        var keeps = Fixture.check(report, "keeps");
        assertEquals(Report.Outcome.FAILED, keeps.outcome());
        assertTrue(
                String.valueOf(keeps.message()).endsWith("expected 'milk'; seen no rows"),
                keeps::toString);
        List<String> kinds = keeps.evidence().stream().map(Evidence::kind).toList();
        assertTrue(kinds.containsAll(List.of("rows", "wires")), kinds::toString);
        ReportShape.holds(report);
    }

    @Test
    void aProgramPassesOrFailsWithItsCalls() {
        Lab lab = fixture.lab("javascript/values");
        assertEquals(Verdict.PASSED, fixture.judged("javascript/values", lab.solution()).verdict());
        Lab.Wrong wrong = lab.wrongs().getFirst();
        Report report = fixture.judged("javascript/values", lab.files(wrong));
        assertEquals(
                List.of("adds FAILED", "adds-nothing FAILED", "prints FAILED"),
                Fixture.outcomes(report));
        assertTrue(
                Fixture.check(report, "adds").evidence().stream()
                        .anyMatch(evidence -> evidence instanceof Evidence.Calls));
        ReportShape.holds(report);
    }

    @Test
    void progressIsToldInOrder() {
        List<String> told = new ArrayList<>();
        fixture.judge.judge(
                new Submission(
                        "s1", LabId.of("web/hello"), fixture.lab("web/hello").solution(), 1, 1),
                new Progress() {
                    @Override
                    public void phase(String name) {
                        told.add(name);
                    }

                    @Override
                    public void checked(Report.CheckResult result) {
                        told.add(result.id());
                    }
                });
        assertEquals(List.of("prepare", "boot", "check"), told.subList(0, 3));
        assertEquals(
                List.of("echoes", "greets", "has-manifest"),
                told.subList(3, 6).stream().sorted().toList());
        assertTrue(told.indexOf("greets") < told.indexOf("echoes"), "echoes needs greets");
        assertEquals(List.of("report"), told.subList(6, told.size()));
    }

    @Test
    void submissionsSideBySideShareNothing() throws Exception {
        String wrong =
                "import { createServer } from 'node:http';"
                        + "createServer((q, r) => r.end('{\"hello\":\"mars\"}')).listen(process.env.PORT);";
        Lab lab = fixture.lab("web/hello");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var right = threads.submit(() -> fixture.judged("web/hello", lab.solution()));
            var other = threads.submit(() -> fixture.judged("web/hello", "server.js", wrong));
            assertEquals(Verdict.PASSED, right.get().verdict());
            assertEquals(
                    List.of("greets FAILED", "echoes BLOCKED", "has-manifest PASSED"),
                    Fixture.outcomes(other.get()));
        }
    }
}
