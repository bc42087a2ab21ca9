package dev.backwright.services.sql;

import dev.backwright.services.wire.ServiceWire;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A throw-away database of any kind of server. What is asked here goes straight to the server, past any wire.
public interface SqlDatabase extends AutoCloseable {

    /// The wire on which the learner's program comes here.
    ServiceWire wire();

    /// The address past the wire, for people.
    String address();

    /// Runs one statement with `?` for each parameter, or several without parameters.
    void run(String sql, @Nullable Object... parameters);

    /// Asks for rows; `?` for each parameter.
    QueryResult query(String sql, @Nullable Object... parameters);

    /// Puts rows into a table. Cells are text that the server turns into the column's type; `null` is null. Where the rows bring their own
    /// keys, keys that are made up go on behind them.
    void insert(
            String table,
            List<String> columns,
            List<? extends List<? extends @Nullable String>> rows);

    /// Drops it, whoever is still connected.
    @Override
    void close();
}
