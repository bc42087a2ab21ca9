package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.progress.LabStanding;
import dev.backwright.academy.progress.Learning;
import dev.backwright.judge.Report.Outcome;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class LearnerTest {

    private static final String LAB = "/api/labs/javascript/closures";

    @TempDir Path home;
    @TempDir Path other;

    @Test
    void aDraftSurvivesARestart() throws Exception {
        var database = TestDatabases.fresh();
        try (var academy = OpenAcademy.at(home, database, passing())) {
            assertEquals(200, saveDraft(academy, "mine"));
        }
        try (var academy = OpenAcademy.at(home, database, passing())) {
            var files = academy.json(LAB + "/draft").path("files");
            assertEquals("mine", files.path("a.js").asString());
        }
    }

    @Test
    void aDraftThatGrewFromAnOlderOneReplacesNothing() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            var first = savedAt(saveOver(academy, "one", ""));
            assertEquals(409, saveOver(academy, "of another window", "").statusCode());
            var second = savedAt(saveOver(academy, "two", first));
            var late = saveOver(academy, "of another window", first);
            assertEquals(409, late.statusCode());
            assertTrue(late.body().contains("Another window or computer"), late.body());
            assertEquals("two", academy.json(LAB + "/draft").at("/files/a.js").asString());
            assertEquals(
                    second,
                    savedAt(saveOver(academy, "two", first)),
                    "an answer that was lost is given again");
            var third = savedAt(saveOver(academy, "of another window", second));
            assertFalse(third.equals(second), "no two drafts have one moment");
            academy.post(LAB + "/start-again", "{}");
            assertEquals(409, saveOver(academy, "more", third).statusCode());
            assertEquals(200, saveOver(academy, "more", "").statusCode());
            assertEquals(400, saveOver(academy, "more", "yesterday").statusCode());
        }
    }

    private static HttpResponse<String> saveOver(OpenAcademy academy, String text, String base)
            throws Exception {
        var body = "{\"files\":{\"a.js\":\"%s\"},\"base\":\"%s\"}".formatted(text, base);
        return academy.put(LAB + "/draft", body);
    }

    private static String savedAt(HttpResponse<String> saved) {
        assertEquals(200, saved.statusCode(), saved.body());
        return JsonMapper.shared().readTree(saved.body()).path("savedAt").asString();
    }

    @Test
    void aDraftOfAnOlderStarterIsFlaggedAndMayGoOn() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            saveDraft(academy, "mine");
            assertFalse(academy.json(LAB + "/draft").path("olderStarter").asBoolean());
            academy.bean(JdbcClient.class).sql("update draft set starter_digest = 'old'").update();
            assertTrue(academy.json(LAB + "/draft").path("olderStarter").asBoolean());
            saveDraft(academy, "mine still");
            assertTrue(academy.json(LAB + "/draft").path("olderStarter").asBoolean());
            academy.post(LAB + "/draft/keep", "{}");
            assertFalse(academy.json(LAB + "/draft").path("olderStarter").asBoolean());
        }
    }

    @Test
    void startingAgainKeepsWhatWasThereAsAVersion() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            saveDraft(academy, "mine");
            var files =
                    JsonMapper.shared()
                            .readTree(academy.post(LAB + "/start-again", "{}").body())
                            .path("files");
            assertTrue(files.path("a.js").isMissingNode(), files.toString());
            var versions = academy.json(LAB + "/submissions");
            assertEquals("kept", versions.at("/0/kind").asString());
            var id = versions.at("/0/id").asString();
            var kept = academy.json("/api/submissions/" + id + "/files");
            assertEquals("mine", kept.at("/files/a.js").asString());
        }
    }

    @Test
    void aPassIsCleanUnlessTheSolutionWasSeenBefore() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            var lab = academy.bean(Catalog.class).lab("javascript", "closures").id();
            var learning = academy.bean(Learning.class);
            assertEquals(LabStanding.State.NOT_BEGUN, learning.of(Learner.SOLO, lab).state());
            assertEquals(409, academy.send(academy.withKey(LAB + "/answers")).statusCode());
            assertEquals(200, academy.post(LAB + "/solution", "").statusCode());
            assertEquals(LabStanding.State.BEGUN, learning.of(Learner.SOLO, lab).state());
            pass(academy);
            assertEquals(LabStanding.State.PASSED, learning.of(Learner.SOLO, lab).state());
            assertEquals(200, academy.send(academy.withKey(LAB + "/answers")).statusCode());
        }
        try (var academy = OpenAcademy.at(other, TestDatabases.fresh(), passing())) {
            var lab = academy.bean(Catalog.class).lab("javascript", "closures").id();
            pass(academy);
            academy.post(LAB + "/solution", "");
            assertEquals(
                    LabStanding.State.PASSED_CLEAN,
                    academy.bean(Learning.class).of(Learner.SOLO, lab).state());
            assertEquals(1, academy.bean(Learning.class).all(Learner.SOLO).size());
        }
    }

    @Test
    void allThatWasExportedComesInOnceAndNothingIsOverwritten() throws Exception {
        byte[] zip;
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            saveDraft(academy, "mine");
            pass(academy);
            academy.post(LAB + "/solution", "");
            predict(academy);
            academy.post(LAB + "/recalls", "");
            zip = export(academy);
        }
        try (var academy = OpenAcademy.at(other, TestDatabases.fresh(), passing())) {
            saveDraft(academy, "theirs");
            pass(academy);
            assertEquals(
                    "{\"versions\":1,\"drafts\":0,\"hints\":0,\"solutions\":1,\"predictions\":2,\"recalls\":1}",
                    take(academy, zip).body());
            assertEquals(
                    "{\"versions\":0,\"drafts\":0,\"hints\":0,\"solutions\":0,\"predictions\":0,\"recalls\":0}",
                    take(academy, zip).body());
            assertEquals("theirs", academy.json(LAB + "/draft").at("/files/a.js").asString());
            var versions = academy.json(LAB + "/submissions");
            assertEquals(2, versions.at("/0/version").asInt());
            assertEquals("passed", versions.at("/0/report/verdict").asString());
            assertEquals(1, versions.at("/1/version").asInt());
            var review = academy.json("/api/predictions");
            assertEquals(2, review.path("count").asInt());
            assertEquals("a.cjs", review.at("/due/1/question/scene/main").asString());
        }
    }

    /// Wrongly, once in the lesson and once in a recording.
    private static void predict(OpenAcademy academy) throws Exception {
        var lab = academy.bean(Catalog.class).lab("javascript", "closures");
        var asked = dev.backwright.academy.catalog.Prediction.of(lab).entrySet().iterator().next();
        int wrong = asked.getValue().answer() == 0 ? 1 : 0;
        academy.post(LAB + "/predictions/" + asked.getKey(), "{\"chosen\":" + wrong + "}");
        academy.post(
                "/api/predictions",
                """
                {"chosen":0,"question":{"text":"?","choices":["a","b"],"answer":1,"why":"",
                 "scene":{"files":{"a.cjs":""},"main":"a.cjs","step":0,"file":"a.cjs","line":1,"printed":""}}}\
                """);
    }

    @Test
    void anArchiveOfAFormerFormatIsTaken() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            var answer = take(academy, zip("backwright.json", "{\"format\":1}"));
            assertEquals(200, answer.statusCode(), answer.body());
            answer = take(academy, zip("backwright.json", "{\"format\":2}"));
            assertEquals(200, answer.statusCode(), answer.body());
        }
    }

    @Test
    void aHostileArchiveChangesNothing() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            saveDraft(academy, "mine");
            var before = export(academy);
            for (var bad :
                    new byte[][] {
                        "no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        zip("../../etc/passwd", "x"),
                        zip("backwright.json", "{\"format\":5}"),
                        zip(
                                "backwright.json",
                                "{\"format\":3}",
                                "hints.jsonl",
                                "{\"lab\":\"javascript/closures\",\"check\":\"a\",\"tier\":1,\"openedAt\":\"2026-01-01T00:00:00Z\",\"x\":["
                                        + "{},".repeat(300_000)
                                        + "{}]}"),
                        zip(
                                "backwright.json",
                                "{\"format\":3}",
                                "recalls.jsonl",
                                "{\"lab\":\"javascript/closures\"}"),
                        zip(
                                "backwright.json",
                                "{\"format\":2}",
                                "predictions.jsonl",
                                "{\"lab\":null,\"question\":{\"text\":\"?\",\"choices\":[\"a\"],\"answer\":0,\"why\":\"\"}}"),
                        zip(
                                "backwright.json",
                                "{\"format\":2}",
                                "predictions.jsonl",
                                "{\"lab\":\"javascript/closures\",\"question\":{\"text\":\"?\",\"choices\":[\"a\",\"b\"],\"answer\":0,\"why\":\"\"},"
                                        + "\"chosen\":0,\"times\":1,\"wrong\":2,\"box\":1,\"answeredAt\":\"2026-01-01T00:00:00Z\",\"dueAt\":\"2026-01-01T00:00:00Z\"}"),
                        zip(
                                "backwright.json",
                                "{\"format\":1}",
                                "versions.jsonl",
                                "{\"id\":\"x\"}"),
                        zip(
                                "backwright.json",
                                "{\"format\":1}",
                                "drafts.jsonl",
                                "{\"lab\":\"javascript/closures\",\"starterDigest\":\"x\",\"savedAt\":\"2026-01-01T00:00:00Z\",\"files\":{\"../x\":\"1\"}}")
                    }) {
                var answer = take(academy, bad);
                assertEquals(422, answer.statusCode(), answer.body());
            }
            assertArrayEquals(entries(before), entries(export(academy)));
        }
    }

    private static FakeJudge passing() {
        return new FakeJudge(it -> Outcome.PASSED);
    }

    private static int saveDraft(OpenAcademy academy, String text) throws Exception {
        return academy.put(LAB + "/draft", "{\"files\":{\"a.js\":\"" + text + "\"}}").statusCode();
    }

    private static void pass(OpenAcademy academy) throws Exception {
        var taken = academy.post(LAB + "/submissions", "{\"files\":{\"a.js\":\"1\"}}").body();
        academy.verdict(JsonMapper.shared().readTree(taken).path("id").asString());
    }

    private static byte[] export(OpenAcademy academy) throws Exception {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(academy.withKey("/api/export").build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static java.net.http.HttpResponse<String> take(OpenAcademy academy, byte[] zip)
            throws Exception {
        return academy.send(
                academy.withKey("/api/import")
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(zip)));
    }

    private static byte[] zip(String... entries) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String[] entries(byte[] archive) throws Exception {
        var all = new java.util.ArrayList<String>();
        try (var zip =
                new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.add(
                        entry.getName()
                                + new String(
                                        zip.readAllBytes(),
                                        java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return all.toArray(String[]::new);
    }
}
