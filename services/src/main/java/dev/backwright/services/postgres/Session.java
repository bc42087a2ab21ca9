package dev.backwright.services.postgres;

import dev.backwright.services.ServiceException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One connection of ours, straight to the server. One statement at a time; callers wait for each other.
final class Session implements AutoCloseable {

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    static Session open(PostgresLogin login) {
        var properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "backwright");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("stringtype", "unspecified");
        try {
            return new Session(DriverManager.getConnection(login.jdbcUrl(), properties));
        } catch (SQLException e) {
            throw new ServiceException(
                    "Cannot connect to PostgreSQL as " + login + ": " + e.getMessage(), e);
        }
    }

    synchronized void run(String sql, List<? extends @Nullable Object> parameters) {
        try {
            if (parameters.isEmpty()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            } else {
                try (var statement = prepare(sql, parameters)) {
                    statement.execute();
                }
            }
        } catch (SQLException e) {
            throw new StatementException(sql, e);
        }
    }

    void run(String sql) {
        run(sql, List.of());
    }

    synchronized QueryResult query(String sql, List<? extends @Nullable Object> parameters) {
        try (var statement = prepare(sql, parameters);
                var rows = statement.executeQuery()) {
            return read(rows);
        } catch (SQLException e) {
            throw new StatementException(sql, e);
        }
    }

    private PreparedStatement prepare(String sql, List<? extends @Nullable Object> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, Cells.outgoing(parameters.get(i)));
        }
        return statement;
    }

    private static QueryResult read(ResultSet rows) throws SQLException {
        var meta = rows.getMetaData();
        var columns = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        var cells = new ArrayList<List<@Nullable Object>>();
        while (rows.next()) {
            var row = new @Nullable Object[columns.size()];
            for (int i = 1; i <= row.length; i++) {
                row[i - 1] = Cells.incoming(rows, i, meta.getColumnTypeName(i));
            }
            cells.add(Arrays.asList(row));
        }
        return new QueryResult(columns, cells);
    }

    /// A name as SQL: `account` and `shop.account` as they are, everything else quoted part by part.
    static String name(String name) {
        if (PLAIN_NAME.matcher(name).matches()) {
            return "\"" + name + "\"";
        }
        return Arrays.stream(name.split("\\.", -1))
                .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
                .collect(java.util.stream.Collectors.joining("."));
    }

    /// A text as SQL.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    boolean usable() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // the server ended first: nothing is left to close
        }
    }
}
