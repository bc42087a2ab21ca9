package dev.backwright.judge.worker;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.postgresql.PGConnection;

/// Rings when something was queued: `listen backwright_work`. Whoever waits wakes up after a second at the latest.
final class Bell implements AutoCloseable {

    private static final int LONGEST_MILLIS = 1_000;

    private final Line line;

    Bell(Supplier<Login> login) {
        this.line = new Line(login, "listen backwright_work");
    }

    void await() throws InterruptedException {
        try {
            line.open().unwrap(PGConnection.class).getNotifications(LONGEST_MILLIS);
        } catch (SQLException e) {
            close();
            Thread.sleep(LONGEST_MILLIS);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
