package dev.backwright.services.mysql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A driver that uses more of the protocol than Node's: prepared ahead of the server's answer, batches, cursors, short endings of rows.
class DriverOnTheWireTest extends WireTest {

    private Connection connect(String options) throws SQLException {
        return Given.connection(listener, db.login(), options);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "useServerPrepStmts=false",
                "useServerPrepStmts=true",
                "useServerPrepStmts=true&useBulkStmts=true",
                "useServerPrepStmts=true&cachePrepStmts=false&disablePipeline=true",
                "useServerPrepStmts=true&useCompression=true",
                "allowMultiQueries=true"
            })
    void itsStatementsAreSeen(String options) throws Exception {
        try (var connection = connect(options)) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("insert into account values (?, ?)")) {
                for (int i = 10; i < 13; i++) {
                    insert.setInt(1, i);
                    insert.setInt(2, i * i);
                    insert.addBatch();
                }
                assertArrayEquals(new int[] {1, 1, 1}, insert.executeBatch());
            }
            connection.commit();
            try (var select = connection.prepareStatement("select * from account where id > ?")) {
                for (int i = 0; i < 2; i++) {
                    select.setInt(1, 10);
                    try (var rows = select.executeQuery()) {
                        assertTrue(rows.next());
                        assertTrue(rows.next());
                        assertEquals(144, rows.getInt(2));
                    }
                }
            }
        }
        assertEquals(3, matching("insert into account").size());
        assertEquals(2, matching("select * from account").getLast().rows());
        int transaction = matching("insert into account").getFirst().transaction();
        assertTrue(transaction > 0);
        assertTrue(
                matching("insert into account").stream()
                        .allMatch(seen -> seen.transaction() == transaction && seen.rows() == 1));
        assertEquals(java.util.List.of(), wire.notes());
    }

    @Test
    void rowsOfACursorAreCounted() throws Exception {
        try (var connection = connect("useServerPrepStmts=true&useCursorFetch=true");
                var select =
                        connection.prepareStatement(
                                "select seq from seq_1_to_1000 where seq > ?")) {
            select.setFetchSize(100);
            select.setInt(1, 0);
            int count = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    count++;
                }
            }
            assertEquals(1000, count);
        }
        assertEquals(1000, matching("select seq").getFirst().rows());
    }

    @Test
    void aRefusedStatementDoesNotHinderTheNext() throws Exception {
        try (var connection = connect("useServerPrepStmts=true")) {
            for (int i = 0; i < 3; i++) {
                assertThrows(
                        SQLException.class,
                        () -> {
                            try (var bad =
                                    connection.prepareStatement(
                                            "select nothing from account where id = ?")) {
                                bad.setInt(1, 1);
                                bad.executeQuery().close();
                            }
                        });
                try (var good =
                        connection.prepareStatement("select balance from account where id = ?")) {
                    good.setInt(1, 1);
                    good.executeQuery().close();
                }
            }
        }
        assertEquals(3, matching("select balance").stream().filter(s -> s.rows() == 1).count());
        assertEquals(java.util.List.of(), wire.notes());
    }
}
