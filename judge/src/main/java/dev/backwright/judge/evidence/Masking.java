package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Masks secrets in evidence before it is kept. What a check compares (calls, rows it expected something of) stays as it was:
/// evidence must not hide what the check is about.
final class Masking {

    private static final Secrets SHOWN = new Secrets(Veil.SHOWN);
    private static final Secrets SHELL = new Secrets(Veil.SHELL);

    private Masking() {}

    static Evidence of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Calls calls -> calls;
            case Http http -> http(http);
            case Evidence.Sql(var wire, var statements) ->
                    new Evidence.Sql(
                            wire, statements.stream().map(s -> statement(wire, s)).toList());
            case Wires(var scenes, var leftOut) ->
                    new Wires(scenes.stream().map(Masking::scene).toList(), leftOut);
            case Evidence.Rows rows -> rows.expected() == null ? rows(rows) : rows;
            case Evidence.Console(var command, var out, var err, var ending) ->
                    new Evidence.Console(command, SHOWN.in(out), SHOWN.in(err), ending);
            case Evidence.Log(var lines, var leftOut) ->
                    new Evidence.Log(lines.stream().map(Masking::line).toList(), leftOut);
            case Evidence.File file -> file;
            case Evidence.Trace trace -> trace;
            case Evidence.Repeat repeat -> repeat;
        };
    }

    private static Evidence.Log.Line line(Evidence.Log.Line line) {
        return new Evidence.Log.Line(line.error(), line.level(), SHOWN.in(line.text()));
    }

    private static Wires.Scene scene(Wires.Scene scene) {
        return new Wires.Scene(
                scene.requests().stream()
                        .map(it -> new Wires.Exchange(it.number(), it.failing(), http(it.http())))
                        .toList(),
                scene.steps().stream().map(Masking::step).toList(),
                scene.leftOut());
    }

    private static Wires.Step step(Wires.Step step) {
        return new Wires.Step(
                step.number(),
                step.wire(),
                step.heldMillis(),
                step.note(),
                statement(step.wire(), step.statement()));
    }

    private static Http http(Http http) {
        return new Http(
                http.method(),
                SHOWN.in(http.target()),
                headers(SHOWN, http.requestHeaders()),
                SHOWN.in(http.requestBody()),
                http.status(),
                headers(SHOWN, http.replyHeaders()),
                SHOWN.in(http.replyBody()),
                http.atMillis(),
                http.millis(),
                http.problem(),
                repeat(http),
                http.via());
    }

    /// Secrets in the command are variables of the shell; without any it is as it was.
    private static String repeat(Http http) {
        var sent = new Request(http.method(), http.target(), http.requestHeaders(), body(http));
        var veiled =
                new Request(
                        sent.method(),
                        SHELL.in(sent.target()),
                        headers(SHELL, sent.headers()),
                        sent.body() == null ? null : SHELL.in(sent.body()));
        return veiled.equals(sent) ? http.repeat() : Curl.command(veiled);
    }

    private static @Nullable String body(Http http) {
        return http.requestBody().isEmpty() ? null : http.requestBody();
    }

    private static List<Request.Header> headers(Secrets secrets, List<Request.Header> headers) {
        return headers.stream().map(secrets::in).toList();
    }

    private static Wire.Statement statement(String wire, Wire.Statement s) {
        return new Wire.Statement(
                s.connection(),
                s.transaction(),
                switch (wire) {
                    case "postgres", "mysql" -> SHOWN.inSql(s.text());
                    case "redis" -> SHOWN.inCommand(s.text());
                    default -> SHOWN.in(s.text());
                },
                SHOWN.inParameters(s.text(), s.parameters()),
                s.rows(),
                s.startMillis(),
                s.millis(),
                s.fate(),
                SHOWN.looks(s.error()),
                wire.equals("redis") ? SHOWN.inReply(s.text(), s.answer()) : s.answer());
    }

    private static Evidence.Rows rows(Evidence.Rows rows) {
        return new Evidence.Rows(
                rows.query(),
                rows.columns(),
                null,
                rows.seen().stream().map(row -> row(rows, row)).toList());
    }

    private static List<String> row(Evidence.Rows rows, List<String> cells) {
        List<String> names = new ArrayList<>(rows.columns());
        return IntStream.range(0, cells.size())
                .mapToObj(i -> SHOWN.of(i < names.size() ? names.get(i) : "", cells.get(i)))
                .toList();
    }
}
