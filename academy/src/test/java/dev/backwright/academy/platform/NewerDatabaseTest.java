package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database that a newer version has brought up to date, or brings up to date just now.
final class NewerDatabaseTest {

    /// After five times the driver has the database keep a statement, with the columns that it has then.
    private static final int OFTEN = 8;

    @TempDir Path folder;

    private final Places.Login login = TestDatabases.fresh();

    @Test
    void aVersionThatItServesStartsOnIt() throws Exception {
        migrate("create table later (id int)");
        try (var database = open();
                var connection = database.dataSource().getConnection()) {
            var setting = connection.createStatement().executeQuery("show lock_timeout");
            setting.next();
            assertEquals("0", setting.getString(1), "only migrations are in a hurry");
        }
    }

    @Test
    void aVersionThatItDoesNotServeIsRefused() throws Exception {
        migrate(
                "create or replace function schema_serves() returns int language sql immutable as 'select 1000'");
        var refused = assertThrows(CannotStart.class, this::open);
        assertTrue(
                refused.says()
                        .startsWith(
                                "The database %s cannot be brought up to date: Validate failed"
                                        .formatted(login.url())),
                refused.says());
    }

    @Test
    void aTableThatIsHeldIsNotWaitedForWhileAllOthersWait() throws Exception {
        migrateTo("22");
        try (var backup = DriverManager.getConnection(login.url(), login.user(), login.password());
                var holds = backup.createStatement()) {
            backup.setAutoCommit(false);
            holds.execute("lock table api_token in access share mode");
            long begun = System.nanoTime();
            var refused = assertThrows(CannotStart.class, this::open);
            assertTrue(refused.says().endsWith("Start again when that is over."), refused.says());
            var took = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(took.toSeconds() < 20, took::toString);
        }
        open().close();
    }

    @Test
    void aColumnThatIsAddedMeanwhileDisturbsNoTransaction() throws Exception {
        try (var database = open()) {
            var work =
                    new TransactionTemplate(
                            new DataSourceTransactionManager(database.dataSource()));
            var db = JdbcClient.create(database.dataSource());
            for (int i = 0; i < OFTEN; i++) {
                work.executeWithoutResult(status -> readAll(db));
            }
            migrate("alter table draft add column later text");
            work.executeWithoutResult(status -> readAll(db));
        }
    }

    private static void readAll(JdbcClient db) {
        db.sql("select * from draft where lab = ?").param("x").query((row, at) -> at).list();
    }

    private PlatformDatabase open() {
        return PlatformDatabase.open(
                new Places(Path.of("course"), Path.of("toolbox"), folder, login));
    }

    /// As a newer version does it.
    private void migrate(String sql) throws Exception {
        Files.writeString(folder.resolve("V1000__be_newer.sql"), sql);
        Flyway.configure()
                .dataSource(login.url(), login.user(), login.password())
                .locations("classpath:db/migration", "filesystem:" + folder)
                .load()
                .migrate();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(login.url(), login.user(), login.password())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
