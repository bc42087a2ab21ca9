package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Machine;
import dev.backwright.services.ServiceException;
import dev.backwright.services.sql.StatementException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir Path folder;

    @Test
    void aDatabaseHoldsWhatItsTemplateSays() {
        try (var server = PostgresServer.throwAway(Given.binaries(), folder);
                var db =
                        server.create(
                                new PostgresTemplate(
                                        "create table account (id int, balance numeric)"))) {
            db.run("insert into account values (?, ?)", 1, "12.50");
            assertEquals(new BigDecimal("12.50"), db.query("select balance from account").cell());
            db.run("alter table account add note text");
            db.insert("account", List.of("id", "note"), List.of(Arrays.asList("7", null)));
            assertEquals(2L, db.query("select count(*) from account").cell());
        }
    }

    @Test
    void labsAreStartedAgainAfterTheirServerWasKilled() throws Exception {
        try (var server = PostgresServer.throwAway(Given.binaries(), folder)) {
            long before = server.pid();
            server.create(PostgresTemplate.EMPTY).close();
            Machine.kill(before);
            try (var db = server.create(PostgresTemplate.EMPTY)) {
                assertEquals(1L, db.query("select 1").cell());
            }
            assertNotEquals(before, server.pid());
        }
    }

    @Test
    void closingLeavesNoProcessAndNoFolder() throws Exception {
        long pid;
        try (var server = PostgresServer.throwAway(Given.binaries(), folder)) {
            pid = server.pid();
            assertEquals(1, Machine.entries(folder));
        }
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertEquals(0, Machine.entries(folder));
    }

    @Test
    void thePlatformKeepsCommittedRowsThroughAKill() throws Exception {
        try (var server = PostgresServer.keep(Given.binaries(), folder.resolve("platform"))) {
            PostgresLogin login = server.lasting("academy");
            try (var session = login.open()) {
                session.run("create table kept (n int); insert into kept values (42)");
            }
            Machine.kill(server.pid());
            assertEquals(login, server.lasting("academy"), "same port, same password");
            try (var session = login.open()) {
                assertEquals(42L, session.query("select n from kept", List.of()).cell());
            }
        }
    }

    @Test
    void twoServersNeverShareAFolder() {
        Path place = folder.resolve("platform");
        try (var first = PostgresServer.keep(Given.binaries(), place)) {
            assertTrue(first.pid() > 0);
            var refused =
                    assertThrows(
                            ServiceException.class,
                            () -> PostgresServer.keep(Given.binaries(), place));
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("in use by another Backwright"));
        }
    }

    @Test
    void nobodyOpensTheDatabaseOfAnother() {
        try (var server = PostgresServer.throwAway(Given.binaries(), folder);
                var mine = server.create(PostgresTemplate.EMPTY);
                var other = server.create(new PostgresTemplate("create table secret (id int)"));
                var ours = mine.login().open();
                var theirs = other.login().open()) {
            String role = other.login().role();
            Object pid = theirs.query("select pg_backend_pid()", List.of()).cell();
            assertEquals(1L, ours.query("select 1", List.of()).cell());
            assertThrows(
                    RuntimeException.class,
                    () -> mine.login().to(other.login().database()).open().close());
            for (String attempt :
                    List.of(
                            "set role " + role,
                            "alter role " + role + " password 'taken'",
                            "drop database " + other.login().database(),
                            "create role somebody superuser",
                            "alter role current_user superuser",
                            "select pg_terminate_backend(" + pid + ")",
                            "select pg_read_file('/etc/passwd')",
                            "select lo_import('/etc/passwd')",
                            "copy (select 1) to program 'true'",
                            "create extension file_fdw",
                            "select * from pg_authid",
                            "alter system set log_statement = 'all'")) {
                assertThrows(StatementException.class, () -> ours.run(attempt), attempt);
            }
            assertEquals(
                    0L,
                    ours.query(
                                    "select count(*) from pg_stat_activity where usename = '"
                                            + role
                                            + "' and query not like '<insufficient privilege>%'",
                                    List.of())
                            .cell());
            assertEquals(0L, theirs.query("select count(*) from secret", List.of()).cell());
        }
    }
}
