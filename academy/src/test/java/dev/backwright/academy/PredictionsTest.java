package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.catalog.Prediction;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was predicted is remembered, and comes back when its time has come.
final class PredictionsTest {

    private static final String LAB = "/api/labs/javascript/closures";

    @TempDir Path home;

    private OpenAcademy academy;
    private String key;
    private int answer;

    @BeforeEach
    void open() {
        academy =
                OpenAcademy.at(
                        home, TestDatabases.fresh(), new FakeJudge(submission -> Outcome.PASSED));
        var lab = academy.bean(Catalog.class).lab("javascript", "closures");
        var question = Prediction.of(lab).entrySet().iterator().next();
        key = question.getKey();
        answer = question.getValue().answer();
    }

    @AfterEach
    void close() {
        academy.close();
    }

    @Test
    void aWrongAnswerInALessonComesBackAtOnceAndARightOneAfterDays() throws Exception {
        assertEquals("0 of 0", review());
        var wrong = answered(LAB + "/predictions/" + key, answer + 1);
        assertFalse(wrong.path("right").asBoolean());
        assertEquals("1 of 1", review());
        assertTrue(page("/").contains("Look at 1 prediction again"), "the path says so");
        assertTrue(page("/review").contains("/labs/javascript/closures#predict-" + key));
        assertTrue(page("/review").contains("Answered once, once wrongly, last on "));
        var again = "/api/predictions/" + wrong.path("id").asString();
        assertEquals("box 1, 2 times, 1 wrong", standing(answered(again, answer)));
        assertEquals("0 of 1", review());
        assertFalse(page("/").contains("Look at"), "nothing is due");
        assertEquals("box 1, 3 times, 1 wrong", standing(answered(again, answer)), "not due yet");
        for (int days : new int[] {1, 3, 7, 21}) {
            pass(days);
            assertEquals("1 of 1", review());
            answered(again, answer);
            assertEquals("0 of 1", review());
        }
        assertEquals("box 5, 8 times, 1 wrong", standing(answered(again, answer)));
        pass(60);
        assertEquals("box 0, 9 times, 2 wrong", standing(answered(again, answer + 1)));
        assertEquals("1 of 1", review());
    }

    private static String standing(JsonNode it) {
        return "box %d, %d times, %d wrong"
                .formatted(
                        it.path("box").asInt(), it.path("times").asInt(), it.path("wrong").asInt());
    }

    @Test
    void theLessonShowsTheAnswerChosenBeforeAndTakesNoOther() throws Exception {
        assertTrue(page("/labs/javascript/closures").contains("data-predicted"));
        answered(LAB + "/predictions/" + key, answer + 1);
        var second = answered(LAB + "/predictions/" + key, answer);
        assertEquals(1, second.path("times").asInt(), "the answer stood there by then");
        var page = page("/labs/javascript/closures");
        assertFalse(page.contains("data-predicted"));
        assertTrue(page.contains("it is another"), "what was chosen is told from what is right");
        assertTrue(page.contains("value=\"" + (answer + 1) + "\" checked"), "it is chosen");
    }

    @Test
    void aQuestionOfARecordingIsKeptWithItsProgram() throws Exception {
        var first = JsonMapper.shared().readTree(keep("javascript/closures", 1, "x").body());
        assertEquals("javascript/closures", first.path("lab").asString());
        assertEquals(200, keep(null, 1, "x").statusCode());
        assertEquals(200, keep(null, 1, "x").statusCode(), "the same once more");
        assertEquals("2 of 2", review());
        var due = academy.json("/api/predictions").at("/due/0/question");
        assertEquals("console.log('<b>')", due.at("/scene/files/a.cjs").asString());
        var page = page("/review");
        assertTrue(page.contains("&lt;b>") || page.contains("&lt;b&gt;"), page);
        assertTrue(page.contains("/playground#program="), page);
    }

    @Test
    void whatIsTooMuchOrMakesNoSenseIsRefusedWithAllThatIsWrong() throws Exception {
        var refused = keep(null, 1, "x".repeat(1001));
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("longer than 1000 characters"), refused.body());
        assertEquals(422, keep(null, 1, "\\u0000").statusCode());
        assertEquals(422, keep(null, 1, "\\ud800").statusCode());
        assertEquals(400, keep(null, 2, "x").statusCode(), "none of the choices");
        assertEquals(404, keep("javascript/nothing", 1, "x").statusCode());
        assertEquals(404, keep("nothing", 1, "x").statusCode());
        for (var body : new String[] {"{}", "{\"chosen\":0}", "{\"question\":null,\"chosen\":0}"}) {
            assertEquals(400, academy.post("/api/predictions", body).statusCode(), body);
        }
        assertEquals(404, choose(LAB + "/predictions/0123", 0).statusCode());
        assertEquals(400, choose(LAB + "/predictions/" + key, 99).statusCode());
        assertEquals(404, choose("/api/predictions/" + new java.util.UUID(1, 1), 0).statusCode());
        assertEquals("0 of 0", review());
    }

    @Test
    void aQuestionThatItsLessonDoesNotAskAnyMoreDoesNotComeBack() throws Exception {
        answered(LAB + "/predictions/" + key, answer + 1);
        academy.bean(JdbcClient.class).sql("update prediction set key = 'another'").update();
        assertEquals("0 of 1", review());
        assertTrue(page("/review").contains("Nothing to look at again now."));
    }

    @Test
    void onlySoManyAreKept() throws Exception {
        academy.bean(JdbcClient.class)
                .sql(
                        """
                        insert into prediction select gen_random_uuid(), null, 'recording', n::text, '{}', 0, 1, 1, 0,
                            timestamptz '2026-01-01' + n * interval '1 minute', now(), ? from generate_series(1, 2000) n\
                        """)
                .param(Learner.SOLO.person())
                .update();
        keep(null, 1, "x");
        assertEquals(
                "2000, 2",
                academy.bean(JdbcClient.class)
                        .sql(
                                """
                                select count(*) || ', ' || min(key::int) filter (where key ~ '^[0-9]{1,4}$')
                                from prediction\
                                """)
                        .query(String.class)
                        .single());
    }

    @Test
    void withoutTheKeyNothingIsTakenAndNothingShown() throws Exception {
        for (var path : new String[] {"/api/predictions", LAB + "/predictions/" + key, "/review"}) {
            var request = HttpRequest.newBuilder(URI.create(academy.url(path)));
            assertEquals(401, academy.send(request).statusCode(), path);
            var body = HttpRequest.BodyPublishers.ofString("{\"chosen\":0}");
            assertEquals(403, academy.send(request.POST(body)).statusCode(), path);
        }
        assertEquals("0 of 0", review());
    }

    private void pass(int days) {
        academy.bean(JdbcClient.class)
                .sql("update prediction set due_at = due_at - ? * interval '1 day'")
                .param(days)
                .update();
    }

    private String review() throws Exception {
        var review = academy.json("/api/predictions");
        assertEquals(review.path("count").asInt(), review.path("due").size());
        return review.path("count").asInt() + " of " + review.path("remembered").asInt();
    }

    private String page(String path) throws Exception {
        return academy.send(academy.withKey(path)).body();
    }

    private HttpResponse<String> choose(String path, int chosen) throws Exception {
        return academy.post(path, "{\"chosen\":%d}".formatted(chosen));
    }

    private JsonNode answered(String path, int chosen) throws Exception {
        var answer = choose(path, chosen);
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }

    /// The second of two choices is the right one of none.
    private HttpResponse<String> keep(@Nullable String lab, int chosen, String printed)
            throws Exception {
        return academy.post(
                "/api/predictions",
                """
                {"lab":%s,"chosen":%d,"question":{"text":"What prints next?","choices":["tick","<b>"],"answer":0,"why":"`tick`",
                 "scene":{"files":{"a.cjs":"console.log('<b>')"},"main":"a.cjs","step":3,"file":"a.cjs","line":1,"printed":"%s"}}}\
                """
                        .formatted(lab == null ? "null" : '"' + lab + '"', chosen, printed));
    }
}
