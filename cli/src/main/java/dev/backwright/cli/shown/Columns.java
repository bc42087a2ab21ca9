package dev.backwright.cli.shown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table of plain text: as wide as its cells, two spaces between. Where that is too wide, the widest columns become narrower and
/// their cells go on in the lines below.
public final class Columns {

    private static final String GAP = "  ";
    private static final int NARROWEST = 16;

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
        return text(Integer.MAX_VALUE);
    }

    /// @param most columns of the terminal it has to fit in, if it can
    public String text(int most) {
        int[] widths = narrowed(widths(), most);
        var out = new StringBuilder();
        rows.forEach(row -> append(out, row, widths));
        return out.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        return widths;
    }

    private static int[] narrowed(int[] widths, int most) {
        int room = most - GAP.length() * (widths.length - 1);
        int[] narrow = widths.clone();
        while (Arrays.stream(narrow).sum() > room) {
            int widest = widest(narrow);
            if (narrow[widest] <= NARROWEST) {
                break;
            }
            narrow[widest]--;
        }
        return narrow;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private static void append(StringBuilder out, List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(Wrap.lines(row.get(column), widths[column]));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int at = 0; at < height; at++) {
            var line = new StringBuilder();
            for (int column = 0; column < cells.size(); column++) {
                List<String> cell = cells.get(column);
                line.append(padded(at < cell.size() ? cell.get(at) : "", widths[column]))
                        .append(GAP);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - length(cell));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
