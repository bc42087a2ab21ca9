package dev.backwright.services.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Values on their way between Java and one kind of server.
public interface Cells {

    /// As its driver takes it.
    @Nullable Object outgoing(@Nullable Object value);

    /// As a [QueryResult] holds it.
    ///
    /// @param column counted from 1
    /// @param type the column's, as the driver names it
    @Nullable Object incoming(ResultSet rows, int column, String type) throws SQLException;
}
