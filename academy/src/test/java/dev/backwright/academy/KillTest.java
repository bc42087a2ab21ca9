package dev.backwright.academy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.SoloFile;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class KillTest {

    private static final String SUBMISSIONS = "/api/labs/javascript/closures/submissions";

    @TempDir Path home;

    @Test
    void aServerKilledWhileItJudgesLosesNothingAndJudgesOnce() throws Exception {
        var database = TestDatabases.fresh();
        var server = start(database);
        String id;
        try (var said = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8))) {
            until(said, "/enter?key=");
            id = handIn(SoloFile.read(home).orElseThrow());
            until(said, "judging");
        } finally {
            server.destroyForcibly().waitFor();
        }
        var judge = new FakeJudge(it -> Outcome.PASSED);
        try (var academy = OpenAcademy.at(home, database, judge)) {
            assertEquals("passed", academy.verdict(id).at("/report/verdict").asString());
            assertEquals(1, judge.judged.get());
            assertEquals(1, academy.json(SUBMISSIONS).size());
        }
    }

    private Process start(Places.Login database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        home.toString(),
                        database.url(),
                        database.user(),
                        database.password())
                .redirectErrorStream(true)
                .start();
    }

    private static String handIn(SoloFile solo) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(solo.url() + SUBMISSIONS))
                            .header("Authorization", "Bearer " + solo.key())
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"files\":{\"a.js\":\"1\"}}"))
                            .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(202, answer.statusCode(), answer.body());
            return JsonMapper.shared().readTree(answer.body()).path("id").asString();
        }
    }

    private static void until(BufferedReader said, String words) throws IOException {
        var line = said.readLine();
        while (line != null && !line.contains(words)) {
            line = said.readLine();
        }
        assertTrue(line != null, "the server ended before it said " + words);
    }
}
