package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.SeenStatement.Fate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DisturbancesTest extends WireTest {

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyConnectionIsResetUntilTheWireIsMended() throws Exception {
        wire.reset("update account");
        for (int i = 0; i < 2; i++) {
            try (var connection = connect()) {
                assertThrows(
                        SQLException.class, () -> run(connection, "update account set balance = 1"));
            }
        }
        wire.mend();
        try (var connection = connect()) {
            run(connection, "update account set balance = 3 where id = 1");
        }
        assertEquals(3L, balance(1));
        assertEquals(Fate.CUT_BEFORE, matching("update account").getFirst().fate());
    }

    @Test
    void aHalfOpenConnectionSaysNothingAndStaysOpen() throws Exception {
        wire.halfOpen("update account");
        try (var silent = connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> {
                run(silent, "update account set balance = 1");
                return true;
            });
            while (matching("update account").isEmpty()) {
                Thread.onSpinWait();
            }
            try (var other = connect()) {
                run(other, "select 1");
                assertEquals(2, wire.openConnections());
            }
            assertFalse(waiting.isDone());
            silent.abort(Runnable::run);
            assertThrows(Exception.class, waiting::get);
        }
        assertEquals(100L, balance(1));
        assertEquals(Fate.UNANSWERED, matching("update account").getFirst().fate());
    }

    @Test
    void aDelayedStatementGoesNoEarlier() throws Exception {
        wire.delay("select 7", 120);
        try (var connection = connect()) {
            run(connection, "select 7");
        }
        var seen = matching("select 7").getFirst();
        assertTrue(seen.sentNanos() - seen.arrivedNanos() >= 120_000_000L);
        assertTrue(seen.note().contains("delayed by 120 ms"), seen.note());
    }

    @Test
    void aNarrowWireTakesItsTime() throws Exception {
        try (var connection = connect()) {
            wire.bandwidth(20_000);
            long start = System.nanoTime();
            run(connection, "select repeat('x', 10000)");
            assertTrue(System.nanoTime() - start >= 400_000_000L, "10 kB at 20 kB a second");
        }
    }

    @Test
    void whatWasSaidCanBeAskedFor() throws Exception {
        try (var connection = connect();
                var statement = connection.prepareStatement("select ?::text")) {
            statement.setString(1, "correct horse");
            statement.execute();
        }
        assertTrue(wire.carried("correct horse"));
        assertFalse(wire.carried("battery staple"));
    }
}
