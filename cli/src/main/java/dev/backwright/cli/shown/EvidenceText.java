package dev.backwright.cli.shown;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One piece of evidence in words. Everything in it may be a learner's and goes through [Plain].
final class EvidenceText {

    /// Wires whose answers are counted in rows.
    private static final Set<String> WITH_ROWS = Set.of("postgres", "mysql", "mongo");

    private final int columns;

    private EvidenceText(int columns) {
        this.columns = columns;
    }

    /// @param columns how wide a table may be
    static List<String> of(List<Evidence> evidence, int columns) {
        var text = new EvidenceText(columns);
        List<String> pieces = new ArrayList<>();
        List<Evidence.Http> exchanges = new ArrayList<>();
        for (Evidence each : evidence) {
            if (each instanceof Evidence.Trace) {
                continue; // for a page that plays it
            }
            if (each instanceof Evidence.Http http) {
                exchanges.add(http);
            } else {
                text.exchanges(pieces, exchanges);
                pieces.add(text.of(each));
            }
        }
        text.exchanges(pieces, exchanges);
        return pieces;
    }

    private void exchanges(List<String> pieces, List<Evidence.Http> exchanges) {
        if (!exchanges.isEmpty()) {
            pieces.add(HttpText.of(exchanges));
            exchanges.clear();
        }
    }

    private String of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Calls calls -> calls(calls);
            case Evidence.Http http -> HttpText.whole(http);
            case Evidence.Sql sql -> sql(sql);
            case Evidence.Wires wires -> WiresText.of(wires);
            case Evidence.Rows rows -> rows(rows);
            case Evidence.Console console -> console(console);
            case Evidence.Log log -> log(log);
            case Evidence.File file ->
                    Plain.line(file.path()) + ":\n" + Excerpt.beginning(Plain.text(file.text()));
            case Evidence.Trace trace -> Excerpt.beginning(Plain.text(trace.text()));
            case Evidence.Repeat repeat -> HttpText.again(repeat.command());
        };
    }

    private String calls(Evidence.Calls calls) {
        var table = new Columns("", "call", "expected", "seen");
        calls.rows()
                .forEach(row ->
                        table.row(
                                row.holds() ? "✓" : "✗",
                                onOneLine(row.call()),
                                onOneLine(Objects.requireNonNullElse(row.expected(), "–")),
                                onOneLine(row.seen())));
        return table.text(columns);
    }

    /// Node breaks what it prints at 72 characters; a table does it by itself.
    private static String onOneLine(String printed) {
        return printed.replaceAll("\\n\\s*", " ");
    }

    private String sql(Evidence.Sql sql) {
        var table =
                new Columns(
                        "at",
                        "connection",
                        "transaction",
                        "statement on " + sql.wire(),
                        WITH_ROWS.contains(sql.wire()) ? "rows" : "answer",
                        "");
        sql.statements().forEach(statement -> table.row(cells(statement)));
        return Excerpt.ends(table.text(columns));
    }

    private static List<String> cells(Wire.Statement statement) {
        String parameters = statement.parameters().isEmpty() ? "" : "  " + statement.parameters();
        return List.of(
                millis(statement.startMillis()),
                String.valueOf(statement.connection()),
                statement.transaction() == 0 ? "–" : String.valueOf(statement.transaction()),
                statement.text().strip().replaceAll("\\s+", " ") + parameters,
                came(statement),
                fate(statement));
    }

    private static String came(Wire.Statement statement) {
        if (!statement.answer().isEmpty()) {
            return statement.answer();
        }
        return statement.rows() < 0 ? "–" : String.valueOf(statement.rows());
    }

    private static String fate(Wire.Statement statement) {
        return switch (statement.fate()) {
            case DONE -> "";
            case FAILED -> "failed: " + statement.error();
            case CUT_BEFORE -> "cut before it reached the server";
            case CUT_AFTER -> "done, its answer cut off";
            case UNANSWERED -> "unanswered";
        };
    }

    private String rows(Evidence.Rows rows) {
        @Nullable List<List<String>> expected = rows.expected();
        String seen = "seen:\n" + table(rows.columns(), rows.seen());
        String asked = Wrap.text(Plain.line(rows.query()), columns) + "\n";
        return expected == null
                ? asked + seen
                : asked + "expected:\n" + table(rows.columns(), expected) + "\n" + seen;
    }

    private String table(List<String> names, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "  no rows";
        }
        var table = new Columns(names.toArray(String[]::new));
        rows.forEach(table::row);
        return Excerpt.ends(indent("  ", table.text(columns - 2).stripTrailing()));
    }

    private static String console(Evidence.Console console) {
        var text = new StringBuilder("$ " + Plain.line(console.command()));
        for (String printed : List.of(console.out(), console.err())) {
            if (!printed.isEmpty()) {
                text.append('\n').append(indent("  ", Excerpt.ends(Plain.text(printed))));
            }
        }
        if (!console.ending().isEmpty()) {
            text.append("\nended: ").append(Plain.line(console.ending()));
        }
        return text.toString();
    }

    private static String log(Evidence.Log log) {
        String before = log.leftOut() == 0 ? "" : "  … %d lines before\n".formatted(log.leftOut());
        String lines =
                log.lines().stream()
                        .map(line -> Plain.line(line.text()))
                        .collect(Collectors.joining("\n"));
        return "log:\n" + before + indent("  ", Excerpt.ends(lines));
    }

    private static String indent(String by, String text) {
        return by + text.replace("\n", "\n" + by);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.0f ms", millis);
    }
}
