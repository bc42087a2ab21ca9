package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypeScriptLabTest {

    private static final String MAIN = "src/main.ts";

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    /// The solution with a part of one of its files replaced.
    private Report with(String lab, String file, String part, String other) {
        var files = new TreeMap<>(fixture.lab(lab).solution().files());
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertTrue(text.contains(part), part);
        files.put(file, text.replace(part, other).getBytes(StandardCharsets.UTF_8));
        return fixture.judged(lab, new FileTree(files));
    }

    private void passesColdAndWarm(String lab, List<String> outcomes) throws InterruptedException {
        for (int ready : List.of(0, 3)) {
            awaitReady(ready);
            Report report = fixture.judged(lab, fixture.lab(lab).solution());
            assertEquals(outcomes, Fixture.outcomes(report), report::toString);
            ReportShape.holds(report);
            fixture.judge.expect(LabId.of(lab));
        }
    }

    private void awaitReady(int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (fixture.judge.ready() < count && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertTrue(fixture.judge.ready() >= count, "sandboxes stand ready");
    }

    @Test
    void nestInjectsByTypeAndValidatesByIt() throws InterruptedException {
        passesColdAndWarm(
                "web/cats", List.of("keeps PASSED", "refuses PASSED", "shows-types PASSED"));
    }

    @Test
    void typeOrmKnowsColumnsByTypeAndRelations() throws InterruptedException {
        passesColdAndWarm("data/books", List.of("keeps PASSED", "in-one PASSED", "joins PASSED"));
    }

    @Test
    void aSyntaxErrorIsToldOnceWithItsLine() {
        Report report = with("web/cats", MAIN, "name!: string;", "name: string = ;");
        assertEquals(
                List.of("keeps FAILED", "refuses BLOCKED", "shows-types FAILED"),
                Fixture.outcomes(report));
        assertEquals(
                "The server ended with exit 1: SyntaxError: Expression expected (src/main.ts:9)",
                Fixture.check(report, "keeps").message());
        ReportShape.holds(report);
    }

    @Test
    void whatIsThrownNamesTheLineThatWasWritten() {
        Report report =
                with(
                        "web/cats",
                        "src/cats.service.ts",
                        "@Injectable()",
                        """
                        function room(): never {
                          throw new Error('no room');
                        }
                        room();

                        @Injectable()\
                        """);
        CheckResult keeps = Fixture.check(report, "keeps");
        assertEquals("The server ended with exit 1: Error: no room", keeps.message());
        Evidence.Console console =
                keeps.evidence().stream()
                        .filter(Evidence.Console.class::isInstance)
                        .map(Evidence.Console.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertTrue(console.err().contains("src/cats.service.ts:8:9"), console::toString);
    }

    @Test
    void aTypeThatDoesNotFitRunsAndFailsOnlyTheCheckThatAsks() {
        Report report =
                with(
                        "web/cats",
                        MAIN,
                        "add(@Body() cat: NewCat): NewCat",
                        "add(@Body() cat: NewCat): string");
        assertEquals(
                List.of("keeps PASSED", "refuses PASSED", "shows-types FAILED"),
                Fixture.outcomes(report));
        String message = String.valueOf(Fixture.check(report, "shows-types").message());
        assertTrue(message.contains("src/main.ts(24,5): error TS2322"), message);
    }

    @Test
    void typesThatTakeAnythingAreFound() {
        Report report = with("web/cats", "src/cats.service.ts", "name: string;", "name: unknown;");
        String message = String.valueOf(Fixture.check(report, "shows-types").message());
        assertTrue(message.contains("TS2578"), message);
    }

    @Test
    void statementsOutsideOfTheTransactionAreSeen() {
        Report report =
                with(
                        "data/books",
                        MAIN,
                        "await manager.save(manager.create(Book",
                        "await db.manager.save(manager.create(Book");
        assertEquals(Outcome.FAILED, Fixture.check(report, "in-one").outcome());
    }

    @Test
    void aRunningServerIsCompiledToo() throws Exception {
        BlockingQueue<LiveRun.Event> events = new LinkedBlockingQueue<>();
        Lab lab = fixture.lab("web/cats");
        try (LiveRun run = fixture.judge.run(lab, lab.solution(), events::add)) {
            assertTrue(events.poll(20, TimeUnit.SECONDS) instanceof LiveRun.Event.Ready);
            assertEquals("[]", run.send(Request.get("/cats")).replyBody());
        }
    }
}
