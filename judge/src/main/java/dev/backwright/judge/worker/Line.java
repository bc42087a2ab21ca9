package dev.backwright.judge.worker;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A connection to the academy's database, made when it is first needed and anew after it was closed. For one thread at a time.
final class Line implements AutoCloseable {

    private final Supplier<Login> login;
    private final List<String> greeting;
    private @Nullable Connection connection;

    /// @param login asked before each connection: an academy's own database may move to another port
    /// @param greeting statements with which each connection begins
    Line(Supplier<Login> login, String... greeting) {
        this.login = login;
        this.greeting = List.of(greeting);
    }

    Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            var as = login.get();
            open = DriverManager.getConnection(as.url(), as.properties());
            connection = open;
            try (var statement = open.createStatement()) {
                for (String sql : greeting) {
                    statement.execute(sql);
                }
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
