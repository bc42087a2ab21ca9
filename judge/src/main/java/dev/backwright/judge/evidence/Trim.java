package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cleans a check's evidence and keeps it within its budget: what shows the failure best comes first and is kept.
public final class Trim {

    /// Characters of one check's evidence.
    public static final int BUDGET = 64_000;

    private static final int TEXT = 8_000;
    private static final int ITEMS = 200;
    private static final String LEFT_OUT = "… left out …";

    private final List<Evidence> kept = new ArrayList<>();
    private int left = BUDGET;
    private boolean truncated;

    private Trim() {}

    /// What is kept.
    ///
    /// @param truncated whether something was left out
    public record Kept(List<Evidence> evidence, boolean truncated) {
        public Kept {
            evidence = List.copyOf(evidence);
        }
    }

    public static Kept of(List<Evidence> evidence) {
        var trim = new Trim();
        evidence.forEach(trim::keep);
        return new Kept(trim.kept, trim.truncated);
    }

    private void keep(Evidence evidence) {
        if (left <= 0) {
            truncated = true;
            return;
        }
        kept.add(
                switch (evidence) {
                    case Evidence.Calls calls -> calls(calls);
                    case Evidence.Http http -> http(http);
                    case Evidence.Sql(var wire, var statements) ->
                            new Evidence.Sql(wire, each(statements).map(this::statement).toList());
                    case Evidence.Redis(var statements) ->
                            new Evidence.Redis(each(statements).map(this::statement).toList());
                    case Evidence.Rows rows -> rows(rows);
                    case Evidence.Console(var command, var out, var err, var ending) ->
                            new Evidence.Console(text(command), tail(out), tail(err), text(ending));
                    case Evidence.File(var path, var content) ->
                            new Evidence.File(text(path), text(content));
                    case Evidence.Repeat(var command) -> new Evidence.Repeat(text(command));
                });
    }

    private Evidence.Calls calls(Evidence.Calls calls) {
        return new Evidence.Calls(
                each(calls.rows())
                        .map(row ->
                                new Evidence.Calls.Row(
                                        text(row.call()),
                                        textOrNull(row.expected()),
                                        text(row.seen()),
                                        row.holds()))
                        .toList());
    }

    private Evidence.Http http(Evidence.Http http) {
        return new Evidence.Http(
                text(http.method()),
                text(http.target()),
                headers(http.requestHeaders()),
                text(http.requestBody()),
                http.status(),
                headers(http.replyHeaders()),
                text(http.replyBody()),
                http.atMillis(),
                http.millis(),
                textOrNull(http.problem()),
                text(http.repeat()));
    }

    private Evidence.Rows rows(Evidence.Rows rows) {
        List<List<String>> expected = rows.expected();
        return new Evidence.Rows(
                text(rows.query()),
                each(rows.columns()).map(this::text).toList(),
                expected == null ? null : cells(expected),
                cells(rows.seen()));
    }

    private List<List<String>> cells(List<List<String>> rows) {
        return each(rows).map(row -> row.stream().map(this::text).toList()).toList();
    }

    private List<Request.Header> headers(List<Request.Header> headers) {
        return each(headers)
                .map(header -> new Request.Header(text(header.name()), text(header.value())))
                .toList();
    }

    private Wire.Statement statement(Wire.Statement s) {
        return new Wire.Statement(
                s.connection(),
                s.transaction(),
                text(s.text()),
                each(s.parameters()).map(this::text).toList(),
                s.rows(),
                s.startMillis(),
                s.millis(),
                s.fate(),
                text(s.error()),
                text(s.answer()));
    }

    private <T> java.util.stream.Stream<T> each(List<T> items) {
        truncated |= items.size() > ITEMS;
        left -= 16 * Math.min(items.size(), ITEMS);
        return items.stream().limit(ITEMS);
    }

    private @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /// The beginning of a text.
    private String text(String text) {
        int room = room();
        if (text.length() <= room) {
            return spent(Clean.text(text));
        }
        truncated = true;
        return spent(Clean.text(text.substring(0, room)) + LEFT_OUT);
    }

    /// The beginning and, for the larger part, the end of a text: what went wrong stands last.
    private String tail(String text) {
        int room = room();
        if (text.length() <= room) {
            return spent(Clean.text(text));
        }
        truncated = true;
        String head = text.substring(0, room / 4);
        String end = text.substring(text.length() - room * 3 / 4);
        return spent(Clean.text(head) + "\n" + LEFT_OUT + "\n" + Clean.text(end));
    }

    private int room() {
        return Math.max(0, Math.min(TEXT, left));
    }

    private String spent(String text) {
        left -= text.length();
        return text;
    }
}
