package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The academy's own PostgreSQL dies under it, by `kill -9` of its postmaster.
final class DatabaseDeathTest {

    private static final String LAB = "/api/labs/javascript/closures";
    private static final String MINE = "{\"files\":{\"a.js\":\"mine\"}}";

    @TempDir static Path home;

    private static final CountDownLatch begun = new CountDownLatch(1);
    private static final CountDownLatch goOn = new CountDownLatch(1);
    private static OpenAcademy academy;

    @BeforeAll
    static void open() throws IOException {
        academy = OpenAcademy.at(home, new FakeJudge(it -> slowly()));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    private static Outcome slowly() {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Outcome.PASSED;
    }

    @Test
    void itIsStartedAgainByItselfAndWhatIsJudgedMeanwhileIsWrittenOnce() throws Exception {
        assertEquals(200, academy.put(LAB + "/draft", MINE).statusCode());
        var taken = academy.post(LAB + "/submissions", MINE);
        begun.await();
        try (var log = LogBook.open()) {
            kill();
            goOn.countDown();
            assertEquals("mine", draftWhenBack());
            var id = JsonMapper.shared().readTree(taken.body()).path("id").asString();
            assertEquals("passed", academy.verdict(id).at("/report/verdict").asString());
            assertFalse(
                    log.complaints().stream().anyMatch(it -> it.contains("Exception")),
                    log.complaints()::toString);
        }
        assertEquals(1, academy.json(LAB + "/submissions").size());
    }

    @Test
    void whileItCannotBeStartedThatIsSaidInASentence() throws Exception {
        var program = programOfTheServer();
        var aside = program.resolveSibling("postgres.aside");
        Files.move(program, aside);
        try {
            kill();
            var answer = academy.put(LAB + "/draft", MINE);
            assertEquals(503, answer.statusCode(), answer.body());
            assertEquals(
                    "The academy's database has stopped and is being started again."
                            + " Try again in a few seconds.",
                    JsonMapper.shared().readTree(answer.body()).path("detail").asString());
            var page = academy.send(academy.withKey("/labs/javascript/closures"));
            assertEquals(503, page.statusCode());
            assertTrue(page.body().contains("The database is away"), page.body());
        } finally {
            Files.move(aside, program);
        }
        draftWhenBack();
    }

    private static void kill() throws IOException, InterruptedException {
        var file = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        var postmaster = ProcessHandle.of(Long.parseLong(file.getFirst().strip())).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static Path programOfTheServer() throws IOException {
        try (var all = Files.walk(home.resolve("runtime"), 3)) {
            return all.filter(it -> it.endsWith("bin/postgres")).findFirst().orElseThrow();
        }
    }

    private static String draftWhenBack() throws Exception {
        for (int i = 0; i < 600; i++) {
            var answer = academy.send(academy.withKey(LAB + "/draft"));
            if (answer.statusCode() == 200) {
                return JsonMapper.shared().readTree(answer.body()).at("/files/a.js").asString("");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the database did not come back");
    }
}
