package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.Judges;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import dev.backwright.judge.Submission;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the judges' role may and may not do in a real database, connected as that role.
final class JudgeRoleTest {

    private static final String NO_RIGHT = "42501";

    @TempDir static Path home;

    private static OpenAcademy academy;
    private static Connection judge;
    private static Lab lab;

    @BeforeAll
    static void open() throws SQLException {
        var database = TestDatabases.fresh();
        var role = TestDatabases.judgeOf(database);
        var places =
                new Places(FakeJudge.COURSE, Path.of("../toolbox"), home, database)
                        .withJudges(new Judges(true, role.user()));
        academy = OpenAcademy.at(places, new FakeJudge(it -> Report.Outcome.PASSED));
        judge = DriverManager.getConnection(role.url(), role.user(), role.password());
        lab = academy.bean(Catalog.class).lab("javascript", "closures");
    }

    @AfterAll
    static void close() throws SQLException {
        judge.close();
        academy.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from person",
                "select * from draft",
                "select * from hint_opened",
                "select * from solution_seen",
                "select * from prediction",
                "select * from version",
                "select * from version_file",
                "select * from judging",
                "select * from scheduled_tasks",
                "select * from judge_present",
                "select * from rejudging",
                "select settle_rejudging(gen_random_uuid())",
                "select report_on_rejudging(gen_random_uuid(), 1, '{}')",
                "select * from flyway_schema_history",
                "insert into judging (version, state) values (gen_random_uuid(), 'queued')",
                "update judging set verdict = 'passed'",
                "delete from scheduled_tasks",
                "delete from version",
                "truncate draft",
                "create table mine (id int)",
                "create function judge_contract(int) returns int language sql as 'select 2'",
                "create schema mine",
                "alter role backwright_judge superuser",
                "create role another",
                "set role pg_read_all_data",
                "copy (select 1) to program 'true'",
                "select pg_read_file('/etc/passwd')"
            })
    void itMayDoNothingButCallItsFunctions(String sql) {
        var refused = assertThrows(SQLException.class, () -> run(sql));
        assertEquals(NO_RIGHT, refused.getSQLState(), refused.getMessage());
    }

    @Test
    void itTakesWhatItsLabsAreRightForAndWritesOneReport() throws Exception {
        var id = handIn();
        assertEquals("", take(Map.of(lab.id().toString(), "another digest")), "of another lab");
        assertEquals(id, take(Map.of(lab.id().toString(), lab.digest())));
        assertEquals("", take(Map.of(lab.id().toString(), lab.digest())), "another has it");
        assertEquals("1", one("select count(*) from judge_files('" + id + "', 1)"));
        assertEquals("0", one("select count(*) from judge_files('" + id + "', 2)"));
        assertEquals("refused", report(id, 2, Report.Outcome.PASSED), "not under its token");
        assertEquals("done", report(id, 1, Report.Outcome.FAILED));
        assertEquals("refused", report(id, 1, Report.Outcome.PASSED), "a verdict is written once");
        assertEquals("failed", academy.verdict(id).at("/report/verdict").asString());
        assertEquals("0", one("select count(*) from judge_files('" + id + "', 1)"));
    }

    @Test
    void whatCameToNothingIsTriedThreeTimesAndThenDone() throws Exception {
        var id = handIn();
        for (int token = 1; token <= 3; token++) {
            due(id);
            assertEquals(id, take(Map.of(lab.id().toString(), lab.digest())));
            assertEquals(token < 3 ? "again" : "done", report(id, token, Report.Outcome.UNJUDGED));
        }
        assertEquals("unjudged", academy.verdict(id).at("/report/verdict").asString());
        due(id);
        assertEquals("", take(Map.of(lab.id().toString(), lab.digest())));
    }

    @Test
    void whatIsGivenBackIsTakenAtOnceUnderALaterToken() throws Exception {
        var id = handIn();
        assertEquals(id, take(Map.of(lab.id().toString(), lab.digest())));
        assertEquals("t", one("select judge_give_back('" + id + "', 1)"));
        assertEquals("f", one("select judge_give_back('" + id + "', 1)"));
        assertEquals("refused", report(id, 1, Report.Outcome.PASSED), "it was given back");
        assertEquals(id, take(Map.of(lab.id().toString(), lab.digest())));
        assertEquals("done", report(id, 2, Report.Outcome.PASSED));
    }

    @Test
    void whoeverMissesItsHeartbeatLosesWhatItHad() throws Exception {
        var id = handIn();
        assertEquals(id, take(Map.of(lab.id().toString(), lab.digest())));
        ours(
                "update scheduled_tasks set last_heartbeat = now() - interval '11 seconds' where task_instance = '"
                        + id
                        + "'");
        assertEquals(id, take(Map.of(lab.id().toString(), lab.digest())));
        assertEquals("refused", report(id, 1, Report.Outcome.FAILED), "it comes too late");
        assertEquals("done", report(id, 2, Report.Outcome.PASSED));
        assertEquals("passed", academy.verdict(id).at("/report/verdict").asString());
    }

    @Test
    void whatIsJudgedAgainComesAfterWhatIsHandedInAndHolds() throws Exception {
        var id = handIn();
        var labs = Map.of(lab.id().toString(), lab.digest());
        assertEquals(id, take(labs));
        assertEquals("done", report(id, 1, Report.Outcome.FAILED));
        ours(
                "update judging set report = jsonb_set(report, '{labDigest}', '\"former\"') where version = '%s'"
                        .formatted(id));
        var cohort = UUID.randomUUID();
        ours(
                "insert into cohort (id, name, created_at) values ('%s', 'x', now())"
                        .formatted(cohort));
        var rejudgings = academy.bean(Rejudgings.class);
        rejudgings.begin(cohort, lab, List.of(Learner.SOLO));
        var mine = handIn();
        assertEquals(mine, take(labs), "comes first");
        var again = take(labs);
        assertTrue(!again.isEmpty() && !again.equals(id), again);
        assertEquals("t", one("select judge_give_back('" + again + "', 1)"));
        assertEquals(again, take(labs));
        assertEquals("1", one("select count(*) from judge_files('" + again + "', 2)"));
        assertEquals("refused", report(again, 1, Report.Outcome.PASSED), "it was given back");
        assertEquals("done", report(again, 2, Report.Outcome.PASSED));
        assertEquals("refused", report(again, 2, Report.Outcome.FAILED), "it is written once");
        var verdict = academy.verdict(id);
        assertEquals("passed", verdict.at("/report/verdict").asString());
        assertEquals(id, verdict.at("/report/submission").asString());
        assertEquals("done", report(mine, 1, Report.Outcome.PASSED));
        assertFalse(rejudgings.of(cohort).getFirst().isActive());
    }

    @Test
    void aReportOnSomethingElseIsRefused() throws Exception {
        var id = handIn();
        assertEquals(id, take(Map.of(lab.id().toString(), lab.digest())));
        var refused =
                assertThrows(
                        SQLException.class,
                        () ->
                                one(
                                        "select judge_report('"
                                                + id
                                                + "', 1, '{\"verdict\":\"passed\"}')"));
        assertEquals("22000", refused.getSQLState(), refused.getMessage());
        assertEquals("done", report(id, 1, Report.Outcome.PASSED));
    }

    @Test
    void theStatusSaysWhetherAJudgeIsThere() throws Exception {
        ours("delete from judge_present");
        var alone = academy.json("/api/status");
        assertTrue(
                alone.path("waits").asString("").startsWith("No judge is there"), alone::toString);
        run("select judge_beat('one', '{\"version\":\"1\",\"places\":2,\"labs\":{}}', null, '{}')");
        var other = academy.json("/api/status").path("waits").asString("");
        assertTrue(other.startsWith("The judges that are there have other labs"), other);
        var labs = new TreeMap<String, String>();
        academy.bean(Catalog.class).all().forEach(it -> labs.put(it.id().toString(), it.digest()));
        run(
                "select judge_beat('two', '{\"version\":\"1\",\"places\":2,\"labs\":%s}', null, '{}')"
                        .formatted(json(labs)));
        var status = academy.json("/api/status");
        assertFalse(status.hasNonNull("waits"), status::toString);
        assertEquals(2, status.path("judges").size(), status::toString);
        ours("delete from judge_present");
    }

    private static String handIn() {
        var files = new TreeMap<String, byte[]>(Map.of("closures.js", new byte[] {'1'}));
        return academy.bean(Submissions.class)
                .handIn(Learner.SOLO, lab, new FileTree(files))
                .id()
                .toString();
    }

    private static String take(Map<String, String> labs) throws SQLException {
        return one("select job from judge_take('test', '" + json(labs) + "')");
    }

    private static String json(Map<String, String> labs) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(labs);
    }

    private static String report(String id, int token, Report.Outcome outcome) throws SQLException {
        var submission =
                new Submission(
                        UUID.fromString(id).toString(),
                        lab.id(),
                        new FileTree(new TreeMap<>()),
                        1,
                        1);
        var json = ReportJson.write(FakeJudge.report(lab, submission, outcome));
        try (var statement = judge.prepareStatement("select judge_report(?::uuid, ?, ?::jsonb)")) {
            statement.setString(1, id);
            statement.setInt(2, token);
            statement.setString(3, json);
            return first(statement.executeQuery());
        }
    }

    private static void due(String id) {
        ours(
                "update scheduled_tasks set execution_time = now() where task_instance = '"
                        + id
                        + "'");
    }

    private static void ours(String sql) {
        academy.bean(org.springframework.jdbc.core.simple.JdbcClient.class).sql(sql).update();
    }

    private static void run(String sql) throws SQLException {
        try (var statement = judge.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String sql) throws SQLException {
        try (var statement = judge.createStatement()) {
            return first(statement.executeQuery(sql));
        }
    }

    private static String first(ResultSet row) throws SQLException {
        return row.next() ? row.getString(1) : "";
    }
}
