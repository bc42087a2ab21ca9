package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// With the emulator, as on most machines.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoLabTest {

    private final Fixture fixture = new Fixture();

    @AfterAll
    void end() {
        fixture.close();
    }

    @BeforeAll
    void emulated() {
        Report report = fixture.judged("data/papers", fixture.lab("data/papers").solution());
        String server = report.runtime().services().getOrDefault("mongo", "none");
        assumeTrue(!server.matches("\\d.*"), "there is a real MongoDB here: " + server);
        assertEquals("emulator", server);
    }

    @Test
    void whatTheEmulatorLacksIsNotJudgedHereAndTheRestPasses() {
        Report report = fixture.judged("data/papers", fixture.lab("data/papers").solution());
        assertEquals(
                List.of(
                        "keeps PASSED",
                        "survives-a-cut PASSED",
                        "all-or-nothing NOT_JUDGED_HERE",
                        "has-manifest PASSED"),
                Fixture.outcomes(report),
                report::toString);
        CheckResult lacking = Fixture.check(report, "all-or-nothing");
        assertTrue(
                String.valueOf(lacking.message())
                        .contains("rests on `transactions`, which the emulator"),
                lacking::toString);
        assertEquals(Verdict.PASSED, report.verdict());
        ReportShape.holds(report);
    }

    @Test
    void aFailureShowsDocumentsAndStatements() {
        String lazy =
                """
                import { createServer } from 'node:http';
                import { MongoClient } from 'mongodb';
                const papers = new MongoClient(process.env.MONGO_URL).db().collection('papers');
                createServer(async (req, res) => {
                  await papers.findOne({ _id: 1 });
                  res.writeHead(201).end();
                }).listen(process.env.PORT);
                """;
        Report report = fixture.judged("data/papers", "server.js", lazy);
        CheckResult keeps = Fixture.check(report, "keeps");
        assertEquals(Outcome.FAILED, keeps.outcome());
        var rows =
                keeps.evidence().stream()
                        .filter(Evidence.Rows.class::isInstance)
                        .map(Evidence.Rows.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertEquals(List.of("title", "tags", "tags.1", "by"), rows.columns());
        var steps =
                keeps.evidence().stream()
                        .filter(Evidence.Wires.class::isInstance)
                        .map(Evidence.Wires.class::cast)
                        .flatMap(wires -> wires.scenes().stream())
                        .flatMap(scene -> scene.steps().stream())
                        .toList();
        assertEquals("mongo", steps.getFirst().wire());
        assertEquals("find papers {\"_id\":1} limit 1", steps.getFirst().statement().text());
        ReportShape.holds(report);
    }

    @Test
    void whereNothingCouldBeJudgedNothingIsPassed() {
        var judged = new ArrayList<CheckResult>();
        Report report = fixture.judged("data/papers", fixture.lab("data/papers").solution());
        judged.add(Fixture.check(report, "all-or-nothing"));
        assertEquals(Verdict.UNJUDGED, Verdict.of(judged));
        judged.add(Fixture.check(report, "keeps"));
        assertEquals(Verdict.PASSED, Verdict.of(judged));
    }
}
