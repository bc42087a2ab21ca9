package dev.backwright.academy.web;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import dev.backwright.judge.evidence.StepWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A statement on a wire as its row in a table.
///
/// @param transaction its number; empty outside any
/// @param parameters `$1 = 30, $2 = 1`; empty where there are none
/// @param answer what came back, in words
/// @param note what the judge did to it; empty where nothing
public record SqlRow(
        String at,
        int connection,
        String transaction,
        String text,
        String parameters,
        String answer,
        String took,
        String note,
        boolean isBad,
        boolean isCut) {

    public static List<SqlRow> of(Evidence.Sql sql) {
        return sql.statements().stream().map(SqlRow::of).toList();
    }

    /// The style classes of the row.
    public String style() {
        return (transaction.isEmpty() ? "" : "in-tx ") + (isCut || isBad ? "bad" : "");
    }

    private static SqlRow of(Statement statement) {
        var fate = statement.fate();
        return new SqlRow(
                String.format(Locale.ROOT, "%.1f", statement.startMillis()),
                statement.connection(),
                statement.transaction() == 0 ? "" : Integer.toString(statement.transaction()),
                statement.text(),
                parameters(statement.parameters()),
                StepWords.answer(statement),
                fate == Fate.CUT_BEFORE || fate == Fate.UNANSWERED
                        ? ""
                        : Millis.text(statement.millis()),
                note(statement),
                fate == Fate.FAILED || fate == Fate.UNANSWERED,
                fate == Fate.CUT_BEFORE || fate == Fate.CUT_AFTER);
    }

    private static String parameters(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> "$" + (i + 1) + " = " + values.get(i))
                .collect(Collectors.joining(", "));
    }

    private static String note(Statement statement) {
        return switch (statement.fate()) {
            case CUT_BEFORE ->
                    "The judge cut the wire before it: the server never saw this statement.";
            case CUT_AFTER ->
                    "The judge cut the wire after it: the server did it, and the answer was lost.";
            case UNANSWERED -> statement.error();
            case DONE, FAILED -> "";
        };
    }
}
