package dev.backwright.services.sql;

import dev.backwright.services.ServiceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that came back. Whole numbers are `Long`, `numeric` is `BigDecimal`, floating point is `Double`; dates and times are those of
/// `java.time`; `bytea` is text `\x…`; arrays are lists; everything else is text as PostgreSQL writes it.
///
/// @param columns their names, in order
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows) {

    public QueryResult {
        columns = List.copyOf(columns);
        var copy = new ArrayList<List<@Nullable Object>>();
        for (List<@Nullable Object> row : rows) {
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copy);
    }

    /// The one cell of the one row.
    public @Nullable Object cell() {
        if (rows.size() != 1 || columns.size() != 1) {
            throw new ServiceException(
                    "Expected one row with one cell, and got "
                            + rows.size()
                            + " rows of "
                            + columns.size()
                            + " columns.");
        }
        return rows.getFirst().getFirst();
    }
}
