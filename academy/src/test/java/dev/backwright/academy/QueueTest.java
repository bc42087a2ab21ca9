package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Submission;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueTest {

    private static final String SUBMISSIONS = "/api/labs/javascript/closures/submissions";

    @TempDir Path home;

    @Test
    void whatIsHandedInIsJudgedOnceAndKeptWhole() throws Exception {
        var judge = new FakeJudge(it -> Outcome.FAILED);
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), judge)) {
            var taken = academy.post(SUBMISSIONS, "{\"files\":{\"a.js\":\"let a\"}}");
            assertEquals(202, taken.statusCode(), taken.body());
            var id = id(taken.body());
            var where = academy.verdict(id);
            assertEquals("failed", where.at("/report/verdict").asString());
            assertTrue(where.at("/report/phases/queued").isNumber(), where.toString());
            assertEquals(
                    "let a",
                    academy.json("/api/submissions/" + id + "/files").at("/files/a.js").asString());
            assertEquals(1, judge.judged.get());
        }
    }

    @Test
    void whatCouldNotBeJudgedIsTriedAgainByItself() throws Exception {
        var tries = new AtomicInteger();
        var judge =
                new FakeJudge(
                        it -> tries.incrementAndGet() < 3 ? Outcome.UNJUDGED : Outcome.PASSED);
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), judge)) {
            var where = academy.verdict(handIn(academy));
            assertEquals("passed", where.at("/report/verdict").asString());
            assertEquals(3, tries.get());
        }
    }

    @Test
    void afterThreeTriesItIsUnjudgedAndNeverTheLearnersFault() throws Exception {
        var judge =
                new FakeJudge(it -> {
                    throw new IllegalStateException("the judge is broken");
                });
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), judge);
                var log = LogBook.open()) {
            var where = academy.verdict(handIn(academy));
            assertEquals("unjudged", where.at("/report/verdict").asString());
            assertEquals(3, where.path("unjudged").asInt());
            assertEquals(3, judge.judged.get());
            var incident = where.at("/report/incident").asString("");
            assertTrue(incident.matches("bw-[0-9a-z]{8}"), where::toString);
            var named = "Incident " + incident;
            assertTrue(
                    log.complaints().stream()
                            .anyMatch(it -> it.contains(named) && it.contains("try 3 of 3")),
                    log.complaints()::toString);
            var page = academy.send(academy.withKey("/labs/javascript/closures")).body();
            assertTrue(page.contains("data-incident>" + incident), page);
        }
    }

    @Test
    void aLateResultOfAJudgeThatLostItsLeaseIsRefused() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var judge =
                new FakeJudge(it -> {
                    begun.countDown();
                    await(goOn);
                    return Outcome.FAILED;
                });
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), judge)) {
            var version =
                    academy.bean(Submissions.class)
                            .handIn(Learner.SOLO, closures(academy), new FileTree(new TreeMap<>()));
            begun.await();
            var verdicts = academy.bean(Verdicts.class);
            var later = verdicts.lease(version.id()).orElseThrow();
            var report =
                    FakeJudge.report(
                            closures(academy),
                            new Submission(
                                    version.id().toString(),
                                    version.lab(),
                                    new FileTree(new TreeMap<>()),
                                    version.seed(),
                                    version.attempt()),
                            Outcome.PASSED);
            assertTrue(verdicts.finish(later, report));
            goOn.countDown();
            assertFalse(verdicts.finish(later, report), "a verdict is written once");
            assertEquals(
                    "passed",
                    academy.verdict(version.id().toString()).at("/report/verdict").asString());
        }
    }

    @Test
    void whatADeadJudgeLeftIsJudgedAfterTheNextStartExactlyOnce() throws Exception {
        var database = TestDatabases.fresh();
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        String id;
        var stuck =
                new FakeJudge(it -> {
                    begun.countDown();
                    await(never);
                    return Outcome.FAILED;
                });
        try (var academy = OpenAcademy.at(home, database, stuck)) {
            id = handIn(academy);
            begun.await();
        }
        var judge = new FakeJudge(it -> Outcome.PASSED);
        try (var academy = OpenAcademy.at(home, database, judge)) {
            assertEquals("passed", academy.verdict(id).at("/report/verdict").asString());
            assertEquals(1, judge.judged.get());
            assertEquals(1, academy.json(SUBMISSIONS).size());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Lab closures(OpenAcademy academy) {
        return academy.bean(Catalog.class).lab("javascript", "closures");
    }

    private static String handIn(OpenAcademy academy) throws Exception {
        return id(academy.post(SUBMISSIONS, "{\"files\":{\"a.js\":\"let a\"}}").body());
    }

    private static String id(String body) {
        return tools.jackson.databind.json.JsonMapper.shared().readTree(body).path("id").asString();
    }
}
