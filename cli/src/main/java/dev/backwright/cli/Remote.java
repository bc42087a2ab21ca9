package dev.backwright.cli;

import dev.backwright.cli.ServerFile.Server;
import dev.backwright.cli.shown.Plain;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An academy for many, over HTTP (docs/api.md). What it refuses, and that it does not answer, ends the command with its sentence.
final class Remote implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 4;
    private static final int LONGEST_PAUSE = 90;

    private final Server server;
    private final Function<String, Stop> trouble;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /// @param trouble how a command ends that the academy cannot serve now
    Remote(Server server, Function<String, Stop> trouble) {
        this.server = server;
        this.trouble = trouble;
    }

    JsonNode get(String path) throws InterruptedException {
        return ask(request(path).GET());
    }

    /// Sent again where the answer is lost: the key says that it is the same.
    JsonNode post(String path, JsonNode body, String key) throws InterruptedException {
        return ask(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + server.token());
    }

    private JsonNode ask(HttpRequest.Builder request) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                var answer = client.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() != 429 && answer.statusCode() < 500) {
                    return understood(answer);
                }
                if (tried == TRIES) {
                    throw trouble.apply(refusal(answer));
                }
                Thread.sleep(Duration.ofSeconds(pause(answer, tried)));
            } catch (IOException e) {
                if (tried == TRIES) {
                    throw trouble.apply(
                            "%s does not answer (%s)."
                                    .formatted(server.url(), Plain.line(e.toString())));
                }
                Thread.sleep(Duration.ofSeconds(tried));
            }
        }
    }

    private static long pause(HttpResponse<String> answer, int tried) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(it -> it.matches("\\d{1,4}"))
                .map(it -> Math.min(LONGEST_PAUSE, Long.parseLong(it)))
                .orElse((long) tried);
    }

    private JsonNode understood(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 401) {
            throw Stop.misused(
                    "the token is not, or no longer, good at %s; make another there and begin again with ./backwright login %s."
                            .formatted(server.url(), server.url()));
        }
        if (status / 100 != 2) {
            throw status / 100 == 4
                    ? Stop.misused(refusal(answer))
                    : trouble.apply(refusal(answer));
        }
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw trouble.apply(
                    "%s answers, but not as an academy does. Is the address right?"
                            .formatted(server.url()));
        }
    }

    private String refusal(HttpResponse<String> answer) {
        String detail;
        try {
            detail = JsonMapper.shared().readTree(answer.body()).path("detail").asString("");
        } catch (JacksonException e) {
            detail = "";
        }
        return "%s refused it (status %d)%s"
                .formatted(
                        server.url(),
                        answer.statusCode(),
                        detail.isEmpty() ? "." : ": " + Plain.line(detail));
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
