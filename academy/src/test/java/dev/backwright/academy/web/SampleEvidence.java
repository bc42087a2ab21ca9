package dev.backwright.academy.web;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request.Header;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import java.util.List;

/// Evidence of every kind.
final class SampleEvidence {

    private SampleEvidence() {}

    static Evidence http() {
        return new Evidence.Http(
                "POST",
                "/transfers",
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("X-Request-Id", "7f3a")),
                "{\"from\":1,\"to\":2,\"amount\":30}",
                503,
                List.of(new Header("Content-Type", "application/problem+json")),
                "{\"title\":\"try again\",\"retryAfter\":1}",
                12,
                6.3,
                null,
                "curl -X POST http://127.0.0.1:$PORT/transfers -d '{\"from\":1}'",
                new Evidence.Http.Via(1, 1, false));
    }

    static Evidence silence() {
        return new Evidence.Http(
                "GET",
                "/accounts/1",
                List.of(),
                "",
                0,
                List.of(),
                "",
                20,
                2000,
                "The server closed the connection without an answer.",
                "",
                new Evidence.Http.Via(2, 1, false));
    }

    static Evidence sql() {
        return new Evidence.Sql(
                "postgres",
                List.of(
                        statement(1, 0, "select 1", List.of(), 1, 0.4, Fate.DONE, ""),
                        statement(1, 1, "begin", List.of(), -1, 1.2, Fate.DONE, ""),
                        statement(
                                1,
                                1,
                                "select id, balance from account where id in ($1, $2) order by id for update",
                                List.of("1", "2"),
                                2,
                                1.5,
                                Fate.DONE,
                                ""),
                        statement(
                                2,
                                1,
                                "update account set balance = balance - $1 where id = $2",
                                List.of("30", "1"),
                                0,
                                2.9,
                                Fate.FAILED,
                                "could not serialize access"),
                        statement(1, 1, "commit", List.of(), -1, 4.8, Fate.CUT_BEFORE, ""),
                        statement(2, 1, "commit", List.of(), -1, 5.8, Fate.CUT_AFTER, ""),
                        statement(
                                3,
                                0,
                                "select pg_sleep(10)",
                                List.of(),
                                -1,
                                6.8,
                                Fate.UNANSWERED,
                                "")));
    }

    /// Two requests together: one committed, one cut before its commit.
    static Evidence.Wires wires() {
        var lanes = ((Evidence.Sql) sql()).statements();
        var steps = new java.util.ArrayList<Evidence.Wires.Step>();
        for (var statement : lanes) {
            int number = steps.size() + 1;
            steps.add(
                    new Evidence.Wires.Step(
                            number, "postgres", number == 4 ? 1.5 : 0, "", statement));
        }
        var first = new Evidence.Wires.Exchange(1, false, asked(0, 6.3));
        var second = new Evidence.Wires.Exchange(2, true, asked(0.2, 7));
        var startup =
                new Evidence.Wires.Scene(
                        List.of(),
                        List.of(new Evidence.Wires.Step(0, "redis", 0, "", lanes.getFirst())),
                        0);
        return new Evidence.Wires(
                List.of(startup, new Evidence.Wires.Scene(List.of(first, second), steps, 0)), 3);
    }

    private static Evidence.Http asked(double at, double millis) {
        var http = (Evidence.Http) http();
        return new Evidence.Http(
                http.method(),
                http.target(),
                http.requestHeaders(),
                http.requestBody(),
                http.status(),
                http.replyHeaders(),
                http.replyBody(),
                at,
                millis,
                null,
                http.repeat());
    }

    private static Statement statement(
            int connection,
            int transaction,
            String text,
            List<String> parameters,
            long rows,
            double at,
            Fate fate,
            String error) {
        return new Statement(connection, transaction, text, parameters, rows, at, 0.3, fate, error);
    }

    static Evidence rows() {
        return new Evidence.Rows(
                "select id, balance from account order by id",
                List.of("id", "balance"),
                List.of(List.of("1", "100"), List.of("2", "0"), List.of("3", "5")),
                List.of(List.of("1", "70"), List.of("2", "0")));
    }

    static Evidence console() {
        return new Evidence.Console(
                "node main.js",
                "once 7 7 7\n",
                "Warning: \u001b[31mred\u001b[0m\u0007\n",
                "exit 1");
    }

    static Evidence log() {
        return new Evidence.Log(
                List.of(
                        new Evidence.Log.Line(
                                false,
                                "info",
                                "{\"level\":30,\"reqId\":\"abc-1\",\"msg\":\"begun\"}"),
                        new Evidence.Log.Line(true, "", "Error: no such \u001b[31mnote\u001b[0m")),
                3);
    }

    static Evidence file() {
        return new Evidence.File(
                "notes/today.json", "{ \"text\": \"bought oil\", \"pieces\": 2 }\n");
    }

    static Evidence repeat() {
        return new Evidence.Repeat("backwright check data/transactions --seed 7");
    }

    static Evidence trace() {
        return new Evidence.Trace(
                "replay.mjs",
                """
                const memoizeModule = await import('./memoize.js');
                const quote = memoizeModule.memoize((item) => ({ item }));
                quote('oil'); // expected { item: 'oil' }, seen undefined
                """,
                3);
    }

    static Evidence[] all() {
        return new Evidence[] {
            wires(), http(), silence(), sql(), rows(), console(), log(), file(), trace(), repeat()
        };
    }

    /// Evidence of every kind in which every text is the same.
    static List<Evidence> everywhere(String text) {
        var headers = List.of(new Header(text, text));
        return List.of(
                new Evidence.Calls(List.of(new Evidence.Calls.Row(text, text, text, false))),
                new Evidence.Http(
                        text, text, headers, text, 200, headers, text, 0, 1, text, text, null),
                new Evidence.Sql(
                        text,
                        List.of(
                                statement(1, 1, text, List.of(text), 1, 0, Fate.FAILED, text),
                                new Statement(
                                        1, 0, text, List.of(), 1, 1, 1, Fate.DONE, "", text))),
                new Evidence.Wires(
                        List.of(
                                new Evidence.Wires.Scene(
                                        List.of(),
                                        List.of(
                                                new Evidence.Wires.Step(
                                                        1,
                                                        text,
                                                        1,
                                                        text,
                                                        statement(
                                                                1,
                                                                1,
                                                                text,
                                                                List.of(text),
                                                                1,
                                                                0,
                                                                Fate.FAILED,
                                                                text))),
                                        0)),
                        0),
                new Evidence.Rows(
                        text, List.of(text), List.of(List.of(text)), List.of(List.of(text + text))),
                new Evidence.Console(text, text, text, text),
                new Evidence.Log(List.of(new Evidence.Log.Line(true, text, text)), 1),
                new Evidence.File(text, text),
                new Evidence.Trace(text, text, 1),
                new Evidence.Repeat(text));
    }
}
