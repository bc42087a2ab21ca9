package dev.backwright.bench.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `docs/accuracy.md`: the rows between its two marks are written here, all else by hand.
public record Page(Path file, List<String> order) {

    private static final String BEGIN = "<!-- rows: bench/measure.sh accuracy -->";
    private static final String END = "<!-- end of rows -->";

    /// Puts one lab's row in its place and leaves the others'.
    public void put(Score score) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        if (from < BEGIN.length() || to < from) {
            throw new IllegalStateException(file + " has lost its marks");
        }
        Map<Integer, String> rows = new TreeMap<>();
        text.substring(from, to)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> rows.put(place(line), line));
        rows.put(place(score.row()), score.row());
        rows.remove(-1);
        String table = "\n" + head() + String.join("\n", rows.values()) + "\n";
        Files.writeString(file, text.substring(0, from) + table + text.substring(to));
    }

    /// Labs stand in the course's order; a lab that is gone leaves the table.
    private int place(String row) {
        return order.indexOf(row.substring(3, row.indexOf('`', 3)));
    }

    private static String head() {
        return """
        | lab | checks | right answers passed | wrong answers caught | mutants | of these, same behaviour | others killed | verdict, ms |
        |---|---|---|---|---|---|---|---|
        """;
    }
}
