package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.progress.HintBook;
import dev.backwright.academy.progress.LabReviews;
import dev.backwright.academy.progress.LabStanding;
import dev.backwright.academy.progress.Learning;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.ReportJson;
import dev.backwright.judge.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A home from before everything belonged to a person.
final class FormerHomeTest {

    private static final String LAB = "/api/labs/javascript/closures";
    private static final String ID = "11111111-1111-1111-1111-111111111111";
    private static final String KEPT = "22222222-2222-2222-2222-222222222222";
    private static final String CHECK = "counters-never-share";

    @TempDir Path home;

    private final Places.Login database = TestDatabases.fresh();
    private final Lab lab =
            Labs.load(FakeJudge.COURSE).find(LabId.of("javascript/closures")).orElseThrow();

    @Test
    void allThatWasInItIsTheSoloLearners() throws Exception {
        migrateTo("6");
        fill();
        try (var academy = OpenAcademy.at(home, database, passing())) {
            var solo = academy.bean(JdbcClient.class).sql("select id from person");
            assertEquals(List.of(Learner.SOLO.person()), solo.query(UUID.class).list());
            versionsAreThere(academy);
            assertEquals("drafted", academy.json(LAB + "/draft").at("/files/a.js").asString());
            var far = academy.bean(Learning.class).of(Learner.SOLO, lab.id());
            assertEquals(LabStanding.State.PASSED_CLEAN, far.state());
            assertTrue(far.solutionSeen());
            var hints = academy.bean(HintBook.class).of(Learner.SOLO, lab, CHECK);
            assertEquals(2, hints.opened().size());
            var predictions = academy.json("/api/predictions");
            assertEquals(2, predictions.path("remembered").asInt());
            assertEquals(3, predictions.at("/due/0/standing/times").asInt());
            var due = academy.bean(LabReviews.class).due(Learner.SOLO).getFirst();
            assertEquals("2026-01-03T00:00:00Z", due.at().toString(), "it was recalled");
        }
    }

    private static void versionsAreThere(OpenAcademy academy) throws Exception {
        var versions = academy.json(LAB + "/submissions");
        assertEquals(2, versions.size());
        assertEquals(KEPT, versions.at("/0/id").asString());
        var checked = academy.json("/api/submissions/" + ID);
        assertEquals("passed", checked.at("/report/verdict").asString());
        assertEquals(
                "handed in",
                academy.json("/api/submissions/" + ID + "/files").at("/files/a.js").asString());
    }

    @Test
    void workGoesOnInIt() throws Exception {
        migrateTo("6");
        fill();
        try (var academy = OpenAcademy.at(home, database, passing())) {
            var sent = academy.post(LAB + "/submissions", "{\"files\":{\"a.js\":\"new\"}}");
            assertEquals(202, sent.statusCode(), sent.body());
            assertTrue(sent.body().contains("\"version\":3"), sent.body());
            var base = academy.json(LAB + "/draft").path("savedAt").asString();
            var draft = "{\"files\":{\"a.js\":\"new\"},\"base\":\"" + base + "\"}";
            assertEquals(200, academy.put(LAB + "/draft", draft).statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"version", "draft", "hint_opened", "solution_seen", "prediction", "recall"})
    void whoeverWritesMustSayWhoseItIs(String table) {
        migrateTo("7");
        var column =
                db().sql(
                                """
                                select is_nullable = 'NO' and column_default is null from information_schema.columns
                                where table_name = ? and column_name = 'person'\
                                """)
                        .param(table)
                        .query(Boolean.class)
                        .single();
        assertTrue(column);
        var key =
                db().sql(
                                """
                                select string_agg(pg_get_constraintdef(oid), '; ') from pg_constraint
                                where conrelid = ?::regclass and contype in ('p', 'u')\
                                """)
                        .param(table)
                        .query(String.class)
                        .single();
        assertTrue(key.contains("(person, lab"), key);
        assertFalse(key.contains("(lab"), key);
    }

    private static FakeJudge passing() {
        return new FakeJudge(it -> Outcome.PASSED);
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private JdbcClient db() {
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    /// As version 6 would have written it.
    private void fill() {
        var report =
                FakeJudge.report(
                        lab,
                        new Submission(ID, lab.id(), new FileTree(new TreeMap<>()), 1, 1),
                        Outcome.PASSED);
        db().sql(
                        """
                        insert into version values
                            (:id::uuid, 'javascript/closures', 1, 'checked', :digest, 'one', 1, 1, '2026-01-01T00:00Z'),
                            (:kept::uuid, 'javascript/closures', 2, 'kept', :digest, 'two', 0, 0, '2026-01-02T00:00Z');
                        insert into version_file values (:id::uuid, 'a.js', 'handed in'), (:kept::uuid, 'a.js', 'kept');
                        insert into judging (version, state, verdict, report, judged_at)
                            values (:id::uuid, 'done', 'passed', :report::jsonb, '2026-01-01T00:00Z');
                        insert into draft values ('javascript/closures', 'x', '{"a.js":"drafted"}', '2026-01-02T00:00Z');
                        insert into hint_opened values ('javascript/closures', 'counters-never-share', 1, '2026-01-01T00:00Z'),
                            ('javascript/closures', 'counters-never-share', 2, '2026-01-01T00:00Z');
                        insert into solution_seen values ('javascript/closures', '2026-01-02T00:00Z');
                        insert into prediction select gen_random_uuid(), lab, 'recording', 'k',
                                '{"text":"?","choices":["a","b"],"answer":1,"why":"","scene":{"files":{"a.cjs":""},
                                  "main":"a.cjs","step":0,"file":"a.cjs","line":1,"printed":""}}',
                                0, 3, 1, 0, '2026-01-01T00:00Z', '2026-01-01T00:00Z'
                            from (values ('javascript/closures'), (null)) asked (lab);
                        insert into recall values ('javascript/closures', '2026-01-03T00:00Z');
                        """)
                .param("id", ID)
                .param("kept", KEPT)
                .param("digest", lab.digest())
                .param("report", ReportJson.write(report))
                .update();
    }
}
