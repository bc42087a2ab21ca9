package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Statement;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of a statement on a wire, in words for a page and a terminal.
public final class StepWords {

    private StepWords() {}

    /// What came back: `2 rows`, `done`, the server's error.
    public static String answer(Statement statement) {
        return switch (statement.fate()) {
            case DONE -> statement.answer().isEmpty() ? done(statement.rows()) : statement.answer();
            case FAILED -> statement.error().isEmpty() ? "failed" : statement.error();
            case CUT_BEFORE -> "never arrived";
            case CUT_AFTER -> "done, answer lost";
            case UNANSWERED -> "no answer";
        };
    }

    private static String done(long rows) {
        if (rows < 0) {
            return "done";
        }
        return rows == 1 ? "1 row" : rows + " rows";
    }

    /// What the judge did to it; empty where nothing.
    public static String disturbance(Step step) {
        String held =
                step.heldMillis() > 0
                        ? String.format(
                                Locale.ROOT,
                                "The judge held it back for %.1f ms.",
                                step.heldMillis())
                        : "";
        String cut =
                switch (step.statement().fate()) {
                    case CUT_BEFORE ->
                            "The judge cut the wire before it: the server never saw this statement.";
                    case CUT_AFTER ->
                            "The judge cut the wire after it: the server did it, and the answer was lost.";
                    case DONE, FAILED, UNANSWERED -> "";
                };
        String note = step.note().isEmpty() ? "" : step.note() + ".";
        return Stream.of(held, note, cut)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
