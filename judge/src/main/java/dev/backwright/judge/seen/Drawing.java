package dev.backwright.judge.seen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table drawn as text: lines of cells parted by `|`, the first names the columns, an empty cell is `null`.
///
/// A line of dashes under the names is allowed.
public record Drawing(List<String> columns, List<List<@Nullable String>> rows) {

    /// @throws IllegalArgumentException when a line has more or fewer cells than there are columns
    public static Drawing of(String text) {
        List<String> lines =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.matches("[-+|\\s]+"))
                        .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "a drawn table begins with the names of its columns");
        }
        List<String> columns = cells(lines.getFirst());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(columns, line));
        }
        return new Drawing(columns, rows);
    }

    private static List<@Nullable String> row(List<String> columns, String line) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a drawn row has %d cells, the table has %d columns: %s"
                            .formatted(cells.size(), columns.size(), line));
        }
        List<@Nullable String> row = new ArrayList<>();
        cells.forEach(cell -> row.add(cell.isEmpty() ? null : cell));
        return row;
    }

    /// A leading or trailing bar frames the line.
    private static List<String> cells(String line) {
        String inner =
                line.startsWith("|") && line.endsWith("|") && line.length() > 1
                        ? line.substring(1, line.length() - 1)
                        : line;
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }
}
