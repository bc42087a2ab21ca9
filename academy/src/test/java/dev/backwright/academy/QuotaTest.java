package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Serving;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.submissions.Quota;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How much one person may store, here 1 MB.
final class QuotaTest {

    private static final String LAB = "/api/labs/javascript/closures";
    private static final Serving SERVING = Serving.STANDARD.withQuota(1);

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, SERVING, judge());
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    private static FakeJudge judge() {
        return new FakeJudge(it -> Outcome.PASSED);
    }

    private static String files(String letter, int bytes) {
        return "{\"files\":{\"a.js\":\"" + letter.repeat(bytes) + "\"}}";
    }

    private static HttpResponse<String> handIn(Member who, String letter, int bytes)
            throws Exception {
        return who.call("POST", LAB + "/submissions", files(letter, bytes));
    }

    private static int versions(Account whose) {
        return academy.bean(JdbcClient.class)
                .sql("select count(*) from version where person = ?")
                .param(whose.person())
                .query(Integer.class)
                .single();
    }

    private static void assertFull(HttpResponse<String> answer) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("of one person the academy keeps 1 MB"), answer.body());
        assertTrue(answer.body().contains("Ask an admin for more room"), answer.body());
    }

    @Test
    void whatIsBeyondItIsNotTakenInAndNothingIsLost() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var other = Member.joined(academy, Role.LEARNER)) {
            assertEquals(202, handIn(member, "a", 600_000).statusCode());
            assertFull(handIn(member, "b", 600_000));
            assertEquals(202, handIn(member, "c", 10_000).statusCode());
            assertEquals(202, handIn(other, "b", 600_000).statusCode());
            assertEquals(2, versions(member.account()));
        }
    }

    @Test
    void aDraftThatCannotBePutAsideStaysADraft() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            handIn(member, "a", 600_000);
            assertEquals(200, member.call("PUT", LAB + "/draft", files("b", 600_000)).statusCode());
            assertFull(member.call("POST", LAB + "/start-again", "{}"));
            assertTrue(member.get(LAB + "/draft").body().contains("bbbb"));
        }
    }

    @Test
    void anArchiveIsNoWayAroundIt() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            assertEquals(200, bring(member, 600_000).statusCode());
            assertFull(bring(member, 600_000));
            assertEquals(1, versions(member.account()));
        }
    }

    private static HttpResponse<String> bring(Member member, int bytes) throws Exception {
        var line =
                """
                {"id":"%s","lab":"javascript/closures","number":1,"kind":"kept","labDigest":"x",\
                "seed":0,"attempt":0,"createdAt":"2026-01-01T00:00:00Z","files":{"a.js":"%s"}}
                """
                        .formatted(
                                UUID.randomUUID(),
                                Base64.getEncoder()
                                        .encodeToString(
                                                UUID.randomUUID()
                                                        .toString()
                                                        .repeat(bytes / 36)
                                                        .getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .UTF_8)));
        return member.send(
                member.request("/api/import")
                        .header("Origin", member.origin())
                        .header("Content-Type", "application/zip")
                        .header("X-CSRF-TOKEN", member.token())
                        .POST(
                                BodyPublishers.ofByteArray(
                                        Zips.archive(
                                                new TreeMap<>(Map.of("versions.jsonl", line))))));
    }

    @Test
    void whatWasPushedCountsToo() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var db = academy.bean(JdbcClient.class);
            var repository = UUID.randomUUID();
            var pack = UUID.randomUUID();
            db.sql("insert into git_repository (id, person, lab) values (?, ?, 'a/b')")
                    .params(repository, member.account().person())
                    .update();
            db.sql(
                            "insert into git_pack (id, repository, source, objects, made_at) values (?, ?, 'x', 1, now())")
                    .params(pack, repository)
                    .update();
            db.sql("insert into git_file (pack, ending, bytes) values (?, 'pack', ?)")
                    .params(pack, new byte[600_000])
                    .update();
            assertFull(handIn(member, "a", 600_000));
        }
    }

    @Test
    void aloneThereIsNone() throws Exception {
        var folder = Files.createDirectory(home.resolve("alone"));
        var places =
                new Places(FakeJudge.COURSE, Path.of("../toolbox"), folder, TestDatabases.fresh())
                        .withServing(SERVING);
        try (var alone = OpenAcademy.at(places, judge())) {
            assertEquals(202, alone.post(LAB + "/submissions", files("a", 600_000)).statusCode());
            assertEquals(202, alone.post(LAB + "/submissions", files("b", 600_000)).statusCode());
            assertEquals(
                    Long.MAX_VALUE,
                    alone.bean(Quota.class).left(dev.backwright.academy.accounts.Learner.SOLO));
        }
    }
}
