package dev.backwright.cli.shown;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One piece of evidence in words. Everything in it may be a learner's and goes through [Plain].
final class EvidenceText {

    private static final int MOST_LINES = 24;

    private EvidenceText() {}

    static String of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Calls calls -> calls(calls);
            case Evidence.Http http -> http(http);
            case Evidence.Sql sql -> sql(sql);
            case Evidence.Redis redis -> redis(redis);
            case Evidence.Rows rows -> rows(rows);
            case Evidence.Console console -> console(console);
            case Evidence.File file -> Plain.line(file.path()) + ":\n" + quoted("", file.text());
            case Evidence.Repeat repeat -> "again: " + Plain.line(repeat.command());
        };
    }

    private static String calls(Evidence.Calls calls) {
        var table = new Columns("", "call", "expected", "seen");
        calls.rows()
                .forEach(row ->
                        table.row(
                                row.holds() ? "✓" : "✗",
                                row.call(),
                                Objects.requireNonNullElse(row.expected(), "–"),
                                row.seen()));
        return table.text();
    }

    private static String http(Evidence.Http http) {
        var text = new StringBuilder();
        text.append("→ %s %s".formatted(Plain.line(http.method()), Plain.line(http.target())))
                .append('\n');
        part(text, http.requestHeaders(), http.requestBody());
        @Nullable String problem = http.problem();
        if (problem != null) {
            text.append("← ").append(Plain.line(problem)).append('\n');
        } else {
            text.append("← %d after %s".formatted(http.status(), millis(http.millis())))
                    .append('\n');
            part(text, http.replyHeaders(), http.replyBody());
        }
        return text.append("again: ").append(Plain.line(http.repeat())).toString();
    }

    private static void part(StringBuilder text, List<Request.Header> headers, String body) {
        headers.forEach(header ->
                text.append(
                        "  %s: %s\n"
                                .formatted(Plain.line(header.name()), Plain.line(header.value()))));
        if (!body.isEmpty()) {
            text.append(quoted("  ", body)).append('\n');
        }
    }

    private static String sql(Evidence.Sql sql) {
        return statements("statement on " + sql.wire(), "rows", sql.statements());
    }

    private static String redis(Evidence.Redis redis) {
        return statements("command on redis", "values", redis.statements());
    }

    private static String statements(String what, String came, List<Wire.Statement> statements) {
        var table = new Columns("at", "connection", "transaction", what, came, "");
        statements.forEach(statement -> table.row(cells(statement)));
        return shortened(table.text());
    }

    private static List<String> cells(Wire.Statement statement) {
        String parameters = statement.parameters().isEmpty() ? "" : "  " + statement.parameters();
        return List.of(
                millis(statement.startMillis()),
                String.valueOf(statement.connection()),
                statement.transaction() == 0 ? "–" : String.valueOf(statement.transaction()),
                statement.text().strip().replaceAll("\\s+", " ") + parameters,
                statement.rows() < 0 ? "–" : String.valueOf(statement.rows()),
                fate(statement));
    }

    private static String fate(Wire.Statement statement) {
        return switch (statement.fate()) {
            case DONE -> statement.answer();
            case FAILED -> "failed: " + statement.error();
            case CUT_BEFORE -> "cut before it reached the server";
            case CUT_AFTER -> "done, its answer cut off";
            case UNANSWERED ->
                    statement.error().isEmpty() ? "unanswered" : "unanswered: " + statement.error();
        };
    }

    private static String rows(Evidence.Rows rows) {
        @Nullable List<List<String>> expected = rows.expected();
        String seen = "seen:\n" + table(rows.columns(), rows.seen());
        String asked = quoted("", rows.query()) + "\n";
        return expected == null
                ? asked + seen
                : asked + "expected:\n" + table(rows.columns(), expected) + "\n" + seen;
    }

    private static String table(List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "  no rows";
        }
        var table = new Columns(columns.toArray(String[]::new));
        rows.forEach(table::row);
        return shortened(indent("  ", table.text().stripTrailing()));
    }

    private static String console(Evidence.Console console) {
        var text = new StringBuilder("$ " + Plain.line(console.command()));
        for (String printed : List.of(console.out(), console.err())) {
            if (!printed.isEmpty()) {
                text.append('\n').append(quoted("  ", printed));
            }
        }
        if (!console.ending().isEmpty()) {
            text.append("\nended: ").append(Plain.line(console.ending()));
        }
        return text.toString();
    }

    private static String quoted(String indent, String raw) {
        return shortened(indent(indent, Plain.text(raw).stripTrailing()));
    }

    private static String indent(String by, String text) {
        return by + text.replace("\n", "\n" + by);
    }

    private static String shortened(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() <= MOST_LINES) {
            return text;
        }
        var some = new ArrayList<>(lines.subList(0, MOST_LINES));
        some.add("… %d more lines; --json has them".formatted(lines.size() - MOST_LINES));
        return String.join("\n", some);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.0f ms", millis);
    }
}
