package dev.backwright.cli.shown;

import java.util.ArrayList;
import java.util.List;

/// A table of plain text: as wide as its cells, two spaces between.
public final class Columns {

    private final List<List<String>> rows = new ArrayList<>();

    public Columns(String... heads) {
        row(heads);
    }

    public void row(String... cells) {
        row(List.of(cells));
    }

    public void row(List<String> cells) {
        rows.add(cells.stream().map(Plain::line).toList());
    }

    public String text() {
        var out = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(padded(row.get(column), width(column))).append("  ");
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> length(row.get(column)))
                .max()
                .orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - length(cell));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
