package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Place;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A cohort's grades as gradebooks take them: a line for each person, known by their mail address, a column for each lab, points from 0 to
/// 100; RFC 4180. A pass is 100; before it, how much of the latest attempt holds. Empty: never begun. After these a column for each lab
/// with a deadline says how it was kept.
final class GradesCsv {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private GradesCsv() {}

    static String of(CohortGrid.Grid grid) {
        var due = due(grid);
        return line(
                        Stream.of(
                                        Stream.of("Name", "Email"),
                                        grid.labs().stream().map(GradesCsv::name),
                                        due.stream().map(lab -> name(lab) + ": deadline"))
                                .flatMap(it -> it))
                + grid.rows().stream()
                        .map(row -> person(row, grid, due))
                        .collect(Collectors.joining());
    }

    private static List<Lab> due(CohortGrid.Grid grid) {
        return grid.labs().stream()
                .filter(lab -> {
                    var asked = grid.asked().get(lab.id());
                    return asked != null && asked.dueAt() != null;
                })
                .toList();
    }

    private static String name(Lab lab) {
        return lab.sheet().title() + " (" + lab.id() + ")";
    }

    private static String person(CohortGrid.Row row, CohortGrid.Grid grid, List<Lab> due) {
        return line(
                Stream.of(
                                Stream.of(row.member().name(), row.member().mail()),
                                grid.labs().stream()
                                        .map(lab -> points(row.places().get(lab.id()), lab)),
                                due.stream().map(lab -> deadline(row, grid, lab.id())))
                        .flatMap(it -> it));
    }

    /// `late, more time until 2026-11-30T23:59:59+01:00`; empty as long as there is time.
    private static String deadline(CohortGrid.Row row, CohortGrid.Grid grid, LabId lab) {
        var asked = row.asked().get(lab);
        var due = asked == null ? null : asked.dueAt();
        var more =
                due != null && row.extended().contains(lab)
                        ? "more time until " + MOMENT.format(due.atZone(grid.zone()))
                        : "";
        return Stream.of(kept(row, grid, lab), more)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String kept(CohortGrid.Row row, CohortGrid.Grid grid, LabId lab) {
        if (row.isClosed(lab, grid.now())) {
            return "closed";
        }
        if (row.isLate(lab, grid.now())) {
            return "late";
        }
        return row.isPassed(lab) ? "in time" : "";
    }

    private static String points(@Nullable Place place, Lab lab) {
        if (place == null) {
            return "";
        }
        int most = 100;
        return Integer.toString(
                place.isPassed() ? most : place.holding() * most / lab.checks().size());
    }

    private static String line(Stream<String> fields) {
        return fields.map(GradesCsv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// A spreadsheet takes what begins with these for a formula, whoever wrote it.
    private static String field(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
