package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisLabTest {

    private static final String LAB = "data/articles";

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    private String solution() {
        return new String(
                fixture.lab(LAB).solution().files().get("server.js"), StandardCharsets.UTF_8);
    }

    /// The solution with a part of it replaced.
    private Report with(String part, String other) {
        assertTrue(solution().contains(part), part);
        return fixture.judged(LAB, "server.js", solution().replace(part, other));
    }

    private static List<Step> steps(CheckResult check) {
        return check.evidence().stream()
                .filter(Evidence.Wires.class::isInstance)
                .map(Evidence.Wires.class::cast)
                .flatMap(wires -> wires.scenes().stream())
                .flatMap(scene -> scene.steps().stream())
                .toList();
    }

    private static CheckResult onlyFailed(Report report, String id) {
        assertEquals(
                List.of(id),
                report.checks().stream()
                        .filter(check -> check.outcome() == Outcome.FAILED)
                        .map(CheckResult::id)
                        .toList(),
                report::toString);
        ReportShape.holds(report);
        return Fixture.check(report, id);
    }

    @Test
    void aCachePassesFromTheFirstSubmissionOn() {
        for (String state : List.of("cold", "warm", "warm again")) {
            Report report = fixture.judged(LAB, fixture.lab(LAB).solution());
            assertEquals(
                    List.of(
                            "fills PASSED",
                            "hits PASSED",
                            "forgets PASSED",
                            "tells-no-key PASSED",
                            "survives PASSED",
                            "waits-for-nobody PASSED"),
                    Fixture.outcomes(report),
                    state + ": " + report);
            assertTrue(
                    String.valueOf(report.runtime().services().get("redis"))
                            .matches("\\d+\\.\\d+.*"),
                    report.runtime()::toString);
            ReportShape.holds(report);
        }
    }

    @Test
    void theOtherDriverPassesToo() {
        String driver =
                """
                const client = createClient({ url: process.env.REDIS_URL, RESP: 3, disableOfflineQueue: true });
                client.on('error', error => console.error(error.message));
                await client.connect();
                const limited = work => Promise.race([work, new Promise((_, no) => setTimeout(no, 300))]);
                const cache = {
                  get: key => limited(client.get(key)),
                  hincrby: (key, field, by) => limited(client.hIncrBy(key, field, by)),
                  set: (key, text) => limited(client.set(key, text, { expiration: { type: 'EX', value: 60 } })),
                  multi: () => ({
                    del: key => ({
                      hincrby: (hash, field, by) => ({
                        exec: () => limited(client.multi().del(key).hIncrBy(hash, field, by).exec()),
                      }),
                    }),
                  }),
                };
                """;
        String other =
                solution()
                        .replace(
                                "import { Redis } from 'ioredis';",
                                "import { createClient } from 'redis';")
                        .replaceAll("const cache = new Redis.*\\n", driver)
                        .replaceAll("cache\\.on.*\\n", "");
        Report report = fixture.judged(LAB, "server.js", other);
        assertEquals(Verdict.PASSED, report.verdict(), report::toString);
    }

    @Test
    void aCacheThatNobodyAsksIsSeen() {
        Report report =
                with("await orNothing(cache.get(`article:${id}`))", "await Promise.resolve(null)");
        assertEquals(Outcome.FAILED, Fixture.check(report, "hits").outcome());
        CheckResult fills = Fixture.check(report, "fills");
        assertTrue(String.valueOf(fills.message()).endsWith("expected 1; seen 0"), fills::toString);
    }

    @Test
    void anEntryThatStaysForGoodIsSeenWithTheMissAndTheFill() {
        CheckResult fills = onlyFailed(with(", 'EX', 60", ""), "fills");
        assertTrue(String.valueOf(fills.message()).startsWith("seconds that article:1 has left"));
        List<Step> steps = steps(fills);
        assertEquals(
                List.of("redis", "redis", "postgres", "redis"),
                steps.stream().map(Step::wire).toList(),
                steps::toString);
        assertEquals("get article:1", steps.getFirst().statement().text());
        assertEquals("(nil)", steps.getFirst().statement().answer());
        assertEquals(
                "set article:1 {\"id\":1,\"title\":\"On caches\"}",
                steps.getLast().statement().text().replace("'", ""));
        assertEquals("OK", steps.getLast().statement().answer());
    }

    @Test
    void anOldEntryIsSeenAsTheHitThatItIs() {
        CheckResult forgets = onlyFailed(with(".del(`article:${req.params.id}`)", ""), "forgets");
        assertTrue(String.valueOf(forgets.message()).contains("On caches"), forgets::toString);
    }

    @Test
    void whatIsSentOutsideOfTheTransactionIsSeen() {
        Report report =
                with(
                        "cache.multi().del(`article:${req.params.id}`)",
                        "(cache.del(`article:${req.params.id}`), cache).multi()");
        CheckResult forgets = onlyFailed(report, "forgets");
        assertTrue(
                String.valueOf(forgets.message())
                        .endsWith("expected all 1 in one transaction; seen 1 outside of any"),
                forgets::toString);
    }

    @Test
    void whatMustNotGoOverTheWireIsFoundThere() {
        CheckResult told =
                onlyFailed(
                        with("'changes', 1)", "'changes', 1).set('by', req.get('X-Key') ?? '')"),
                        "tells-no-key");
        assertEquals(
                "The wire to redis: expected that \"open sesame\" is never sent; seen it in a statement",
                told.message());
    }

    @Test
    void aCacheThatTakesTheServerWithItIsSeen() {
        Report report = with("work.catch(() => null)", "work");
        CheckResult survives = Fixture.check(report, "survives");
        assertEquals(Outcome.FAILED, survives.outcome(), report::toString);
        assertEquals(Outcome.FAILED, Fixture.check(report, "waits-for-nobody").outcome());
        assertEquals(Outcome.PASSED, Fixture.check(report, "hits").outcome());
    }

    @Test
    void oneThatWaitsForACacheForGoodIsSeen() {
        CheckResult waits = onlyFailed(with(", commandTimeout: 300", ""), "waits-for-nobody");
        assertTrue(
                steps(waits).stream().anyMatch(step -> step.note().startsWith("swallowed")),
                waits::toString);
    }

    @Test
    void anotherTypeUnderTheKeyIsTheLearnersDoing() {
        CheckResult fills =
                onlyFailed(
                        with(
                                "cache.set(`article:${id}`, JSON.stringify(rows[0]), 'EX', 60)",
                                "cache.rpush(`article:${id}`, rows[0].title)"),
                        "fills");
        assertTrue(String.valueOf(fills.message()).contains("WRONGTYPE"), fills::toString);
    }

    @Test
    void whereThereIsNoRedisNothingIsJudgedAndTheLearnerIsTold() {
        System.setProperty("backwright.redis", "/nowhere/redis-server");
        try (var elsewhere = new Fixture()) {
            Report report = elsewhere.judged(LAB, elsewhere.lab(LAB).solution());
            assertEquals(Verdict.UNJUDGED, report.verdict(), report::toString);
            assertTrue(report.toString().contains("apt install redis-server"), report::toString);
            ReportShape.holds(report);
        } finally {
            System.clearProperty("backwright.redis");
        }
    }

    @Test
    void aRunningServerGetsOneToo() throws Exception {
        BlockingQueue<LiveRun.Event> events = new ArrayBlockingQueue<>(100);
        Lab lab = fixture.lab(LAB);
        try (var _ = fixture.judge.run(lab, lab.solution(), events::add)) {
            var database = (LiveRun.Event.Ready) events.poll(60, TimeUnit.SECONDS);
            var cache = (LiveRun.Event.Ready) events.poll(60, TimeUnit.SECONDS);
            assertEquals("postgres", database.what());
            assertEquals("redis", cache.what());
            assertTrue(cache.address().startsWith("redis-cli -s /"), cache.address());
        }
    }
}
