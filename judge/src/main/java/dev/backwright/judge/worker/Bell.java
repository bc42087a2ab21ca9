package dev.backwright.judge.worker;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rings when something was queued: `listen backwright_work`. Whoever waits wakes up after a second at the latest.
final class Bell implements AutoCloseable {

    private static final int LONGEST_MILLIS = 1_000;

    private final Supplier<Login> login;
    private @Nullable Connection connection;

    Bell(Supplier<Login> login) {
        this.login = login;
    }

    void await() throws InterruptedException {
        try {
            connection().unwrap(PGConnection.class).getNotifications(LONGEST_MILLIS);
        } catch (SQLException e) {
            close();
            Thread.sleep(LONGEST_MILLIS);
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            var as = login.get();
            open = DriverManager.getConnection(as.url(), as.properties());
            connection = open;
            try (var statement = open.createStatement()) {
                statement.execute("listen backwright_work");
            }
        }
        return open;
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            System.getLogger("judge").log(System.Logger.Level.DEBUG, "it was broken already", e);
        }
    }
}
