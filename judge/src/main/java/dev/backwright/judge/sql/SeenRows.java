package dev.backwright.judge.sql;

import dev.backwright.checks.Database;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Drawing;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.services.sql.QueryResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that a check asked for; a failure shows them.
final class SeenRows implements Database.Rows {

    private final String query;
    private final QueryResult result;

    SeenRows(String query, QueryResult result) {
        this.query = query.strip().replaceAll("\\s+", " ");
        this.result = result;
    }

    @Override
    public Database.Rows is(@Nullable Object... cells) {
        List<@Nullable Object> seen = new ArrayList<>();
        result.rows().forEach(seen::addAll);
        List<@Nullable Object> expected = Arrays.asList(cells);
        if (!sameCells(expected, seen)) {
            throw unmet(expected, shaped(expected));
        }
        return this;
    }

    @Override
    public Database.Rows isOneOf(@Nullable Object... expected) {
        Object seen = one();
        List<@Nullable Object> choices = Arrays.asList(expected);
        if (choices.stream().noneMatch(choice -> CellText.same(choice, seen))) {
            throw failing(null)
                    .because(
                            "%s: expected %s; seen %s"
                                    .formatted(query, Rendering.anyOf(choices), shown(seen)));
        }
        return this;
    }

    @Override
    public Database.Rows andMatches(long times, long each) {
        Object seen = one();
        if (!CellText.same(times * each, seen)) {
            throw failing(null)
                    .because(
                            "%s: expected %d × %d = %d; seen %s"
                                    .formatted(query, times, each, times * each, shown(seen)));
        }
        return this;
    }

    @Override
    public Database.Rows isTable(String table) {
        Drawing drawn = Drawing.of(table);
        boolean same =
                drawn.columns().equals(result.columns())
                        && drawn.rows().size() == result.rows().size();
        for (int i = 0; same && i < drawn.rows().size(); i++) {
            same = sameCells(drawn.rows().get(i), result.rows().get(i));
        }
        if (!same) {
            List<List<String>> expected = drawn.rows().stream().map(SeenRows::texts).toList();
            throw failing(expected)
                    .because(
                            "%s: expected %s of %s; seen other ones"
                                    .formatted(query, rows(expected.size()), drawn.columns()));
        }
        return this;
    }

    @Override
    public Seen count() {
        return Sighting.of(query + ": rows", (long) result.rows().size(), failing(null));
    }

    @Override
    public Seen cell() {
        return Sighting.of(query, comparable(one()), failing(null));
    }

    @Override
    public List<List<@Nullable Object>> all() {
        return result.rows();
    }

    private @Nullable Object one() {
        if (result.rows().size() != 1 || result.columns().size() != 1) {
            throw failing(null)
                    .because(
                            "%s: expected one row with one cell; seen %s"
                                    .formatted(query, rows(result.rows().size())));
        }
        return result.rows().getFirst().getFirst();
    }

    private Unmet unmet(List<@Nullable Object> expected, @Nullable List<List<String>> table) {
        List<List<@Nullable Object>> seen = result.rows();
        String message =
                result.columns().size() == 1 || seen.size() == 1
                        ? "%s: expected %s; seen %s"
                                .formatted(query, listed(expected), listed(flat(seen)))
                        : "%s: expected other rows than the %d that were seen"
                                .formatted(query, seen.size());
        return failing(table).because(message);
    }

    private static List<@Nullable Object> flat(List<List<@Nullable Object>> rows) {
        List<@Nullable Object> cells = new ArrayList<>();
        rows.forEach(cells::addAll);
        return cells;
    }

    private static String listed(List<@Nullable Object> cells) {
        return cells.isEmpty()
                ? "no rows"
                : String.join(", ", cells.stream().map(SeenRows::shown).toList());
    }

    /// Cells cut into rows as wide as those that were seen; `null` where they do not fit.
    private @Nullable List<List<String>> shaped(List<@Nullable Object> cells) {
        int width = Math.max(1, result.columns().size());
        if (cells.size() % width != 0) {
            return null;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += width) {
            rows.add(texts(cells.subList(i, i + width)));
        }
        return rows;
    }

    private Failing failing(@Nullable List<List<String>> expected) {
        List<List<String>> seen = result.rows().stream().map(SeenRows::texts).toList();
        var evidence = new Evidence.Rows(query, result.columns(), expected, seen);
        return message -> new Unmet(message, List.of(evidence));
    }

    private static boolean sameCells(List<?> expected, List<?> seen) {
        boolean same = expected.size() == seen.size();
        for (int i = 0; same && i < expected.size(); i++) {
            same = CellText.same(expected.get(i), seen.get(i));
        }
        return same;
    }

    private static List<String> texts(List<?> cells) {
        return cells.stream().map(CellText::of).toList();
    }

    /// Dates, times and identifiers are text to a check.
    private static @Nullable Object comparable(@Nullable Object cell) {
        return cell == null
                        || cell instanceof Number
                        || cell instanceof Boolean
                        || cell instanceof List
                ? cell
                : cell.toString();
    }

    private static String shown(@Nullable Object cell) {
        return Rendering.of(comparable(cell));
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
