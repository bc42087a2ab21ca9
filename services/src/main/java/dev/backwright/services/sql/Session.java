package dev.backwright.services.sql;

import dev.backwright.services.ServiceException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// One connection of ours, straight to the server. One statement at a time; callers wait for each other.
public final class Session implements AutoCloseable {

    private final String server;
    private final Connection connection;
    private final Cells cells;

    private Session(String server, Connection connection, Cells cells) {
        this.server = server;
        this.connection = connection;
        this.cells = cells;
    }

    /// Connects by JDBC.
    ///
    /// @param server for sentences: `PostgreSQL`
    /// @param properties the driver's, with `user` and `password`
    /// @throws ServiceException when the server lets nobody in
    public static Session open(String server, String jdbcUrl, Properties properties, Cells cells) {
        try {
            return new Session(server, DriverManager.getConnection(jdbcUrl, properties), cells);
        } catch (SQLException e) {
            throw new ServiceException(
                    "Cannot connect to "
                            + server
                            + " at "
                            + jdbcUrl
                            + " as "
                            + properties.getProperty("user")
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /// Runs one statement with `?` for each parameter, or several without parameters.
    public synchronized void run(String sql, List<? extends @Nullable Object> parameters) {
        try {
            if (parameters.isEmpty()) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                    readAll(statement);
                }
            } else {
                try (var statement = prepare(sql, parameters)) {
                    statement.execute();
                }
            }
        } catch (SQLException e) {
            throw new StatementException(server, sql, e);
        }
    }

    /// A statement behind the first may be refused, too.
    private static void readAll(Statement statement) throws SQLException {
        while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
            statement.getLargeUpdateCount();
        }
    }

    public void run(String sql) {
        run(sql, List.of());
    }

    /// Asks for rows; `?` for each parameter.
    public synchronized QueryResult query(String sql, List<? extends @Nullable Object> parameters) {
        try (var statement = prepare(sql, parameters);
                var rows = statement.executeQuery()) {
            return read(rows);
        } catch (SQLException e) {
            throw new StatementException(server, sql, e);
        }
    }

    private PreparedStatement prepare(String sql, List<? extends @Nullable Object> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, cells.outgoing(parameters.get(i)));
        }
        return statement;
    }

    private QueryResult read(ResultSet rows) throws SQLException {
        var meta = rows.getMetaData();
        var columns = new ArrayList<String>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        var lines = new ArrayList<List<@Nullable Object>>();
        while (rows.next()) {
            var row = new @Nullable Object[columns.size()];
            for (int i = 1; i <= row.length; i++) {
                row[i - 1] = cells.incoming(rows, i, meta.getColumnTypeName(i));
            }
            lines.add(Arrays.asList(row));
        }
        return new QueryResult(columns, lines);
    }

    /// Whether the server still answers.
    public boolean usable() {
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
