package dev.backwright.cli;

import dev.backwright.cli.shown.Plain;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import dev.backwright.judge.Submission;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A running academy of this home, if there is one. It leaves its address and key in `solo.json`.
///
/// @param home the home folder
record Academy(Path home) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Where it listens.
    record Address(URI url, String key) {}

    /// Where the academy listens; empty where none runs.
    Optional<Address> address() {
        try {
            var solo = JsonMapper.shared().readTree(Files.readString(home.resolve("solo.json")));
            boolean runs =
                    ProcessHandle.of(solo.path("pid").asLong(-1))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
            return runs
                    ? Optional.of(
                            new Address(
                                    URI.create(solo.path("url").asString()),
                                    solo.path("key").asString()))
                    : Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// Tells what was judged and the report on it.
    ///
    /// @return what came of it, in a sentence
    String tell(Submission submission, Report report) {
        return address()
                .map(to -> post(to, submission.lab(), told(submission.files(), report)))
                .orElse("no academy is running, so nobody else was told.");
    }

    private static String told(FileTree files, Report report) {
        var told = body(files);
        told.set("report", JsonMapper.shared().readTree(ReportJson.write(report)));
        return told.toString();
    }

    /// Files as every academy takes them: `{"files":{path: text}}`.
    static ObjectNode body(FileTree files) {
        var body = JsonMapper.shared().createObjectNode();
        var texts = body.putObject("files");
        files.files()
                .forEach((path, bytes) ->
                        texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return body;
    }

    private static String post(Address to, LabId lab, String told) {
        URI uri = to.url().resolve("/api/labs/" + lab + "/results");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + to.key())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(told))
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            return status / 100 == 2
                    ? "the academy at %s shows it.".formatted(to.url())
                    : "the academy at %s did not take it (status %d); start it again."
                            .formatted(to.url(), status);
        } catch (IOException e) {
            return "the academy at %s does not answer: %s"
                    .formatted(to.url(), Plain.line(e.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the academy was not told: interrupted.";
        }
    }
}
