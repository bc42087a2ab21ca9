package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an academy says to whoever starts it again and sends requests to it.
final class HealthTest {

    @TempDir Path home;

    /// Nothing is gained by starting it again: it lives, and nothing should be sent to it.
    @Test
    void whileItsDatabaseIsAwayItLivesAndIsNotReady() throws Exception {
        try (var academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
                var anybody = Member.stranger(academy)) {
            assertEquals(200, anybody.get("/health/ready").statusCode());
            takeAway(academy.bean(JdbcClient.class));
            var ready = anybody.get("/health/ready");
            assertEquals(503, ready.statusCode(), ready.body());
            assertTrue(ready.body().contains("The database does not answer."), ready.body());
            assertEquals(200, anybody.get("/health/live").statusCode());
        }
    }

    /// Lets nobody into it any more, and shows out who is in.
    private static void takeAway(JdbcClient db) {
        var name = db.sql("select current_database()").query(String.class).single();
        db.sql("alter database %s connection limit 0".formatted(name)).update();
        showOut(db, name, "<>");
        assertThrows(DataAccessException.class, () -> showOut(db, name, "="));
    }

    /// The one that asks is the last.
    private static void showOut(JdbcClient db, String name, String whom) {
        db.sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = ? and pid %s pg_backend_pid()\
                        """
                                .formatted(whom))
                .param(name)
                .query((row, number) -> row.getBoolean(1))
                .list();
    }
}
