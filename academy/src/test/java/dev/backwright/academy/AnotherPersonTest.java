package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.LiveRun;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Submission;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two people in one academy: what the one makes is not there for the other.
final class AnotherPersonTest {

    private static final List<String> TABLES =
            List.of("version", "draft", "hint_opened", "solution_seen", "prediction", "recall");

    @TempDir static Path home;

    private static OpenAcademy academy;

    private Someone one;
    private Someone other;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.at(
                        home,
                        TestDatabases.fresh(),
                        new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @BeforeEach
    void come() {
        one = Someone.fresh(academy);
        other = Someone.fresh(academy);
    }

    @Test
    void forTheOtherItIsAsIfNothingHadHappened() throws Exception {
        var before = other.sees();
        one.learn();
        var archive = one.export();
        one.take(archive);
        assertEquals(before, other.sees());
        assertEquals(409, other.send("POST", Someone.LAB + "/recalls", "").statusCode());
        var seen = one.sees();
        before.forEach((what, nothing) -> assertNotEquals(nothing, seen.get(what), what));
    }

    @Test
    void whatTheOtherDoesChangesNothing() throws Exception {
        one.learn();
        var before = one.json("/api/submissions/" + one.handIn("right"));
        var draft = one.json(Someone.LAB + "/draft");
        var base = "{\"files\":{\"a.js\":\"theirs\"},\"base\":\"\"}";
        other.done("PUT", Someone.LAB + "/draft", base);
        other.learn();
        other.done("POST", Someone.LAB + "/draft/keep", "");
        other.done("POST", Someone.LAB + "/start-again", "{}");
        assertEquals(draft, one.json(Someone.LAB + "/draft"));
        assertEquals(before, one.json("/api/submissions/" + before.path("id").asString()));
        assertEquals(4, one.json(Someone.LAB + "/submissions").size());
        assertEquals(2, one.json("/api/predictions").path("remembered").asInt());
        var numbers = other.json(Someone.LAB + "/submissions");
        assertEquals(4, numbers.at("/0/version").asInt(), "each counts versions from one");
        assertEquals(1, numbers.at("/3/version").asInt());
    }

    @Test
    void aStreamOfALabTellsOfOnesOwnAlone() throws Exception {
        other.handIn("right");
        try (var http = HttpClient.newHttpClient()) {
            var stream =
                    http.send(
                            other.request(Someone.LAB + "/events").build(),
                            BodyHandlers.ofInputStream());
            try (var lines =
                    new BufferedReader(
                            new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                var foreign = one.handIn("wrong");
                var own = other.handIn("wrong");
                var heard = new StringBuilder();
                var line = lines.readLine();
                while (line != null && !line.equals("data:{\"id\":\"" + own + "\"}")) {
                    heard.append(line).append('\n');
                    line = lines.readLine();
                }
                assertTrue(line != null, () -> "it ended too soon: " + heard);
                assertFalse(heard.toString().contains(foreign), heard::toString);
            }
        }
    }

    @Test
    void aRunEndsOnesOwnOfTheLabAlone() throws Exception {
        var first = one.run();
        var foreign = other.run();
        var second = one.run();
        assertEquals(404, one.send("GET", "/api/runs/" + first + "/events", "").statusCode());
        assertEquals(200, one.send("GET", "/api/runs/" + second + "/events", "").statusCode());
        assertEquals(200, other.send("GET", "/api/runs/" + foreign + "/events", "").statusCode());
    }

    @Test
    void oneArchiveIsTakenByBothAndByEachOnce() throws Exception {
        one.learn();
        var archive = one.export();
        var all =
                "{\"versions\":3,\"drafts\":1,\"hints\":1,\"solutions\":1,\"predictions\":2,\"recalls\":1}";
        var nothing = all.replaceAll("\\d", "0");
        assertEquals(nothing, one.take(archive).body(), "it is all there");
        assertEquals(all, other.take(archive).body());
        assertEquals(nothing, other.take(archive).body());
        var third = Someone.fresh(academy);
        assertEquals(all, third.take(archive).body());
        assertEquals(nothing, third.take(archive).body());
        var mine = one.json(Someone.LAB + "/submissions");
        var theirs = other.json(Someone.LAB + "/submissions");
        assertEquals(mine.size(), theirs.size());
        var id = theirs.at("/0/id").asString();
        assertNotEquals(mine.at("/0/id").asString(), id);
        assertEquals(id, theirs.at("/0/report/submission").asString());
        assertEquals(
                one.json("/api/submissions/" + mine.at("/0/id").asString() + "/files"),
                other.json("/api/submissions/" + id + "/files"));
    }

    @Test
    void whoeverGoesTakesEverythingAlongAndNothingElse() throws Exception {
        one.learn();
        other.learn();
        assertEquals(TABLES, tablesWith(other));
        var before = one.sees().get("/api/export");
        academy.bean(JdbcClient.class)
                .sql("delete from person where id = ?")
                .param(other.learner().person())
                .update();
        assertEquals(List.of(), tablesWith(other));
        assertEquals(before, one.sees().get("/api/export"));
    }

    @Test
    void inSoloModeItIsTheOneOfSoloMode() throws Exception {
        var solo = new Someone(academy, Learner.SOLO);
        var id = solo.handIn("right");
        assertEquals("done", academy.json("/api/submissions/" + id).path("state").asString());
        assertEquals(404, one.send("GET", "/api/submissions/" + id, "").statusCode());
    }

    private static List<String> tablesWith(Someone someone) {
        return TABLES.stream().filter(table -> rows(table, someone) > 0).toList();
    }

    private static int rows(String table, Someone someone) {
        return academy.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where person = ?")
                .param(someone.learner().person())
                .query(Integer.class)
                .single();
    }

    /// A judge that looks for one word.
    static Outcome outcome(Submission submission) {
        return submission.files().files().values().stream()
                        .anyMatch(it -> new String(it, StandardCharsets.UTF_8).equals("wrong"))
                ? Outcome.FAILED
                : Outcome.PASSED;
    }

    /// A run that has said all it had to say, and answers whatever it is asked.
    static LiveRun run(Consumer<LiveRun.Event> listener) {
        listener.accept(new LiveRun.Event.Printed(false, "hello"));
        listener.accept(new LiveRun.Event.Ended(0, "exit 0", 1));
        return new LiveRun() {
            @Override
            public Evidence.Http send(Request request) {
                return new Evidence.Http(
                        request.method(),
                        request.target(),
                        List.of(),
                        "",
                        200,
                        List.of(),
                        "hello",
                        0,
                        1,
                        null,
                        "",
                        null);
            }

            @Override
            public int await() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }
}
