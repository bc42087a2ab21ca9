package dev.backwright.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The submission's own database of whatever kind, fresh for each check.
/// The judge's statements go past the wire and are never counted or disturbed.
public interface Database {

    /// Runs statements.
    void run(String sql, @Nullable Object... parameters);

    /// Puts rows into a table; the first line names the columns.
    ///
    /// ```java
    /// db.given("account", """
    ///     id | balance
    ///     1  | 100
    ///     2  | 0
    ///     """);
    /// ```
    ///
    /// An empty cell is `null`.
    void given(String table, String rows);

    /// Asks for rows.
    Rows query(String sql, @Nullable Object... parameters);

    /// The wire between the learner's program and this database.
    Wire wire();

    /// Rows that were seen.
    interface Rows {
        /// Holds when the cells, row by row, are these.
        Rows is(@Nullable Object... cells);

        /// Holds when there is one row with one cell, which is one of these.
        Rows isOneOf(@Nullable Object... expected);

        /// Holds when the one cell is `each` taken `times` times.
        Rows andMatches(long times, long each);

        /// Holds when columns and rows are those drawn here, as in [Database#given].
        Rows isTable(String table);

        /// How many rows.
        Seen count();

        /// The one cell of the one row.
        Seen cell();

        /// All rows, each a list of cells.
        List<List<@Nullable Object>> all();
    }
}
