package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import java.util.List;
import java.util.stream.Collectors;

/// Requests and statements for tests, and scenes as a line of text.
final class Drawn {

    private Drawn() {}

    static Http request(String target, double at, double millis) {
        return new Http(
                "GET",
                target,
                List.of(),
                "",
                200,
                List.of(),
                "",
                at,
                millis,
                null,
                "curl " + target);
    }

    static Http post(String target, String body, Request.Header... headers) {
        var sent = new Request("POST", target, List.of(headers), body);
        return new Http(
                "POST",
                target,
                sent.headers(),
                body,
                200,
                List.of(),
                "",
                0,
                1,
                null,
                Curl.command(sent));
    }

    static Step step(String text, double at) {
        return step("postgres", 1, 0, text, at, Fate.DONE);
    }

    static Step step(
            String wire, int connection, int transaction, String text, double at, Fate fate) {
        return new Step(
                1,
                wire,
                0,
                "",
                new Statement(connection, transaction, text, List.of(), -1, at, 0.5, fate, ""));
    }

    /// `/a /b: select 1, commit` for each scene; `-` where there is no request.
    static List<String> lines(List<Scene> scenes) {
        return scenes.stream().map(Drawn::line).toList();
    }

    private static String line(Scene scene) {
        String asked =
                scene.requests().stream()
                        .map(it -> (it.failing() ? "!" : "") + it.http().target())
                        .collect(Collectors.joining(" "));
        String said =
                scene.steps().stream()
                        .map(it -> it.statement().text())
                        .collect(Collectors.joining(", "));
        return (asked.isEmpty() ? "-" : asked) + ": " + said;
    }
}
