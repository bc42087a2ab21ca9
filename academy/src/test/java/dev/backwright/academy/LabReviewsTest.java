package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A passed lab comes back when its time has come.
final class LabReviewsTest {

    private static final String LAB = "/api/labs/javascript/closures";

    @TempDir Path home;

    private OpenAcademy academy;

    @BeforeEach
    void open() {
        academy =
                OpenAcademy.at(
                        home, TestDatabases.fresh(), new FakeJudge(submission -> Outcome.PASSED));
    }

    @AfterEach
    void close() {
        academy.close();
    }

    @Test
    void itRestsSevenThenTwentyOneThenSixtyDays() throws Exception {
        pass();
        assertEquals("", due());
        daysGoBy(6);
        assertEquals("", due());
        daysGoBy(2);
        assertEquals("javascript/closures", due());
        assertTrue(page("/").contains("Look at 1 lab again"), "the path says so");
        assertTrue(page("/review").contains("Last on "), "the page lists it");
        pass();
        assertEquals("", due());
        assertFalse(page("/").contains("Look at"), "nothing is due");
        daysGoBy(20);
        pass();
        daysGoBy(2);
        assertEquals("javascript/closures", due(), "a pass that was not due moved nothing");
        pass();
        daysGoBy(59);
        assertEquals("", due());
        daysGoBy(2);
        assertEquals("javascript/closures", due());
    }

    @Test
    void afterItsSolutionWasSeenItComesBackSooner() throws Exception {
        assertEquals(200, academy.post(LAB + "/solution", "{}").statusCode());
        pass();
        daysGoBy(2);
        assertEquals("", due());
        daysGoBy(2);
        assertEquals("javascript/closures", due());
        assertTrue(page("/review").contains("with the solution seen"));
    }

    @Test
    void whoSaysThatItIsStillKnownIsNotAskedAgainSoon() throws Exception {
        assertEquals(409, academy.post(LAB + "/recalls", "").statusCode(), "not passed yet");
        assertEquals(404, academy.post("/api/labs/no/such/recalls", "").statusCode());
        pass();
        daysGoBy(8);
        var known = academy.post(LAB + "/recalls", "");
        assertEquals(200, known.statusCode(), known.body());
        assertEquals("", due());
        daysGoBy(20);
        assertEquals("", due());
        daysGoBy(2);
        assertEquals("javascript/closures", due());
    }

    @Test
    void aLabThatTheCourseDoesNotHaveAnyMoreDoesNotComeBack() throws Exception {
        pass();
        daysGoBy(8);
        academy.bean(JdbcClient.class).sql("update version set lab = 'gone/away'").update();
        assertEquals("", due());
    }

    @Test
    void aLabThatWasNeverPassedDoesNotComeBackWhateverAnArchiveSays() throws Exception {
        academy.bean(JdbcClient.class)
                .sql("insert into recall values ('javascript/closures', '2020-01-01T00:00Z', ?)")
                .param(Learner.SOLO.person())
                .update();
        assertEquals("", due());
        pass();
        daysGoBy(8);
        assertEquals("javascript/closures", due());
    }

    private void pass() throws Exception {
        var sent = academy.post(LAB + "/submissions", "{\"files\":{\"closures.js\":\"1\"}}");
        assertEquals(202, sent.statusCode(), sent.body());
        academy.verdict(JsonMapper.shared().readTree(sent.body()).path("id").asString());
    }

    private void daysGoBy(int days) {
        var db = academy.bean(JdbcClient.class);
        for (var sql :
                new String[] {
                    "update version set created_at = created_at - ? * interval '1 day'",
                    "update recall set recalled_at = recalled_at - ? * interval '1 day'",
                    "update solution_seen set seen_at = seen_at - ? * interval '1 day'"
                }) {
            db.sql(sql).param(days).update();
        }
    }

    private String due() throws Exception {
        var due = academy.json("/api/recalls").path("due");
        return due.isEmpty() ? "" : due.at("/0/lab").asString();
    }

    private String page(String path) throws Exception {
        return academy.send(academy.withKey(path)).body();
    }
}
