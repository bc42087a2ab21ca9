package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.Judges;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// In the middle of an update: some judges have a lab as it was, some as it is.
final class OtherLabsTest {

    /// An academy looks every five seconds.
    private static final int SECONDS = 15;

    @TempDir static Path home;

    private static OpenAcademy academy;
    private static JdbcClient db;
    private static Lab lab;

    @BeforeAll
    static void open() {
        var database = TestDatabases.fresh();
        TestDatabases.judgeOf(database);
        var places =
                new Places(FakeJudge.COURSE, Path.of("../toolbox"), home, database)
                        .withJudges(new Judges(true, Judges.HERE.role()));
        academy = OpenAcademy.at(places, new FakeJudge(it -> Outcome.PASSED));
        db = academy.bean(JdbcClient.class);
        lab = academy.bean(Catalog.class).lab("javascript", "closures");
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @BeforeEach
    void nothingIsThere() {
        db.sql("delete from judge_present; delete from scheduled_tasks; delete from version")
                .update();
    }

    @Test
    void whatWasHandedInForALabAsItWasIsJudgedByThatWhileAJudgeHasIt() throws Exception {
        var former = handedInBefore();
        isThere("former", "former");
        isThere("new", lab.digest());
        Thread.sleep(7_000);
        assertEquals("", taken(lab.digest()));
        assertEquals(former, taken("former"));
    }

    @Test
    void itIsJudgedByTheLabAsItIsOnceNoJudgeHasTheFormer() throws Exception {
        var former = handedInBefore();
        isThere("former", "former");
        isThere("new", lab.digest());
        db.sql("select judge_leave('former')").query((row, at) -> at).list();
        assertEquals(former, takenSoon());
    }

    @Test
    void whatADeadJudgeHadIsTakenOverByAnotherOfTheNewLab() throws Exception {
        var former = handedInBefore();
        assertEquals(former, taken("former"));
        db.sql("update scheduled_tasks set last_heartbeat = now() - interval '11 seconds'")
                .update();
        isThere("new", lab.digest());
        assertEquals(former, takenSoon());
    }

    @Test
    void itWaitsWhileNoJudgeHasEither() throws Exception {
        var former = handedInBefore();
        isThere("other", "other");
        Thread.sleep(7_000);
        assertEquals("", taken(lab.digest()));
        assertEquals(former, taken("former"));
    }

    /// As an academy of the version before takes it.
    private static String handedInBefore() {
        var id =
                academy.bean(Submissions.class)
                        .handIn(Learner.SOLO, lab, new FileTree(new TreeMap<>()))
                        .id();
        db.sql("update version set lab_digest = 'former' where id = ?").param(id).update();
        return id.toString();
    }

    private static void isThere(String judge, String digest) {
        db.sql(
                        "select judge_beat(?, jsonb_build_object('version', '1', 'places', 1, 'labs', ?::jsonb), null, '{}')")
                .params(judge, labs(digest))
                .query((row, at) -> at)
                .list();
    }

    private static String takenSoon() throws Exception {
        for (int i = 0; i < SECONDS * 10; i++) {
            var taken = taken(lab.digest());
            if (!taken.isEmpty()) {
                return taken;
            }
            Thread.sleep(100);
        }
        return "";
    }

    private static String taken(String digest) {
        return db.sql("select job from judge_take('test', ?::jsonb)")
                .param(labs(digest))
                .query(UUID.class)
                .optional()
                .map(UUID::toString)
                .orElse("");
    }

    private static String labs(String digest) {
        return "{\"%s\":\"%s\"}".formatted(lab.id(), digest);
    }
}
