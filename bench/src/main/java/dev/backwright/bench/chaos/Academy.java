package dev.backwright.bench.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The academy over HTTP, wherever it is just now.
///
/// @param home where it writes how to reach it
public record Academy(HttpClient http, Path home) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static Academy at(Path home) {
        return new Academy(HttpClient.newHttpClient(), home);
    }

    /// @throws IOException where it does not answer, or not with what was asked for
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) throws IOException {
        try {
            var solo = JSON.readTree(Files.readString(home.resolve("solo.json")));
            return HttpRequest.newBuilder(URI.create(solo.path("url").asString() + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + solo.path("key").asString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("solo.json is not whole", e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
