package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.ServiceException;
import dev.backwright.services.wire.Hold;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverOnTheWireTest extends WireTest {

    private void update(Connection connection, int amount) throws SQLException {
        try (var statement =
                connection.prepareStatement("update account set balance = ? where id = ?")) {
            statement.setInt(1, amount);
            statement.setInt(2, 1);
            statement.execute();
        }
    }

    @Test
    void aBeginSentTogetherWithItsFirstStatementIsTheSameTransaction() throws Exception {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            update(connection, 7);
            update(connection, 8);
            connection.commit();
            update(connection, 9);
            connection.rollback();
        }
        List<SeenStatement> updates = matching("update account");
        assertEquals(3, updates.size());
        assertEquals(List.of("7", "1"), updates.getFirst().parameters(), "sent in binary");
        assertEquals(updates.get(0).transaction(), updates.get(1).transaction());
        assertEquals(updates.get(0).transaction() + 1, updates.get(2).transaction());
        assertEquals(updates.get(0).transaction(), matching("begin").getFirst().transaction());
        assertEquals(8L, balance(1));
    }

    @Test
    void aCommitOfTheExtendedProtocolCanBeCutEitherWay() throws Exception {
        wire.cutBefore("commit");
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            update(connection, 7);
            assertThrows(SQLException.class, connection::commit);
        }
        assertEquals(100L, balance(1));
        wire.cutAfter("commit");
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            update(connection, 7);
            assertThrows(SQLException.class, connection::commit);
        }
        assertEquals(7L, balance(1));
    }

    @Test
    void aFailureInABatchLeavesTheRestNotRun() throws Exception {
        try (var connection = connect();
                var statement = connection.prepareStatement("insert into account values (?, 0)")) {
            for (int id : new int[] {8, 8, 9}) {
                statement.setInt(1, id);
                statement.addBatch();
            }
            assertThrows(SQLException.class, statement::executeBatch);
            try (var after = connection.createStatement()) {
                after.execute("select 1");
            }
        }
        List<Fate> fates = matching("insert").stream().map(SeenStatement::fate).toList();
        assertEquals(List.of(Fate.DONE, Fate.FAILED, Fate.FAILED), fates);
        assertEquals(Conversation.NOT_RUN, matching("insert").getLast().error());
        assertEquals(
                Fate.DONE, matching("select 1").getFirst().fate(), "the reader is in step again");
    }

    @Test
    void aStatementFetchedInPartsIsOne() throws Exception {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement("select * from generate_series(1, 1000)")) {
                statement.setFetchSize(100);
                int rows = 0;
                try (var result = statement.executeQuery()) {
                    while (result.next()) {
                        rows++;
                    }
                }
                assertEquals(1000, rows);
            }
        }
        assertEquals(
                List.of(1000L),
                matching("generate_series").stream().map(SeenStatement::rows).toList());
    }

    @Test
    void copyGoesThrough() throws Exception {
        try (var connection = connect()) {
            Object driver = connection.unwrap(Class.forName("org.postgresql.PGConnection"));
            Object copying = driver.getClass().getMethod("getCopyAPI").invoke(driver);
            Object rows =
                    copying.getClass()
                            .getMethod("copyIn", String.class, Reader.class)
                            .invoke(
                                    copying,
                                    "copy account from stdin",
                                    new StringReader("5\t1\n6\t2\n"));
            assertEquals(2L, rows);
        }
        assertEquals(2L, matching("copy account").getFirst().rows());
        assertEquals(4L, db.query("select count(*) from account").cell());
    }

    @Test
    void aStatementCanBeCancelled() throws Exception {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            Hold hold = wire.hold("pg_sleep");
            Thread cancel =
                    Thread.ofVirtual()
                            .start(() -> {
                                hold.release();
                                while (!Long.valueOf(1)
                                        .equals(
                                                db.query(
                                                                "select count(*) from pg_stat_activity where query like '%pg_sleep(9)' and state = 'active'")
                                                        .cell())) {
                                    Thread.onSpinWait();
                                }
                                try {
                                    statement.cancel();
                                } catch (SQLException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            var cancelled =
                    assertThrows(SQLException.class, () -> statement.execute("select pg_sleep(9)"));
            assertEquals("57014", cancelled.getSQLState());
            cancel.join();
        }
        assertTrue(matching("pg_sleep").getFirst().error().contains("57014"));
    }

    @Test
    void aStatementLongerThanIsLookedAtArrivesWhole() throws Exception {
        String text = "x".repeat(3 << 20);
        try (var connection = connect();
                var statement = connection.prepareStatement("select length(?)");
                var simple = connection.createStatement()) {
            statement.setString(1, text);
            var rows = statement.executeQuery();
            rows.next();
            assertEquals(3 << 20, rows.getInt(1));
            var again = simple.executeQuery("select length('" + text + "'), repeat('y', 3000000)");
            again.next();
            assertEquals(3 << 20, again.getInt(1));
            assertEquals(3_000_000, again.getString(2).length());
        }
        assertTrue(wire.statements().getLast().text().length() < 11_000);
        assertTrue(wire.statements().getLast().text().contains("cut here"));
    }

    @Test
    void databasesCannotSeeEachOther() throws Exception {
        try (var other = another()) {
            var elsewhere = db.login().to(other.login().database());
            var refused = assertThrows(ServiceException.class, () -> elsewhere.open().close());
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("permission denied"),
                    refused.getMessage());
            for (String name : List.of("postgres", "template1", ACCOUNTS.name())) {
                assertThrows(ServiceException.class, () -> db.login().to(name).open().close());
            }
        }
    }
}
