package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Place;
import dev.backwright.judge.Lab;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A cohort's grades as gradebooks take them: a line for each person, known by their mail address, a column for each lab, points from 0 to
/// 100; RFC 4180. A pass is 100; before it, how much of the latest attempt holds. Empty: never begun.
final class GradesCsv {

    private GradesCsv() {}

    static String of(CohortGrid.Grid grid) {
        var head =
                line(
                        Stream.concat(
                                Stream.of("Name", "Email"),
                                grid.labs().stream()
                                        .map(lab -> lab.sheet().title() + " (" + lab.id() + ")")));
        return head
                + grid.rows().stream()
                        .map(row -> person(row, grid.labs()))
                        .collect(Collectors.joining());
    }

    private static String person(CohortGrid.Row row, List<Lab> labs) {
        return line(
                Stream.concat(
                        Stream.of(row.member().name(), row.member().mail()),
                        labs.stream().map(lab -> points(row.places().get(lab.id()), lab))));
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
