package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tracer as the academy starts it, and real Node beside it.
final class RecordingsTest {

    @TempDir static Path home;

    private static Judge judge;
    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        judge =
                Judge.open(
                        JudgeSettings.of(RealAcademy.COURSE, RealAcademy.TOOLBOX, home)
                                .withIsolation("namespaces"));
        academy = OpenAcademy.at(home, TestDatabases.fresh(), judge);
    }

    @AfterAll
    static void close() {
        academy.close();
        judge.close();
    }

    @Test
    void aProgramIsRecordedBesideRealNode() throws Exception {
        var recorded =
                recorded(
                        Map.of(
                                "main.mjs",
                                        "import { two } from './lib/two.mjs'; console.log(await two());",
                                "lib/two.mjs", "export const two = async () => 2;"),
                        "main.mjs");
        assertEquals("yes", recorded.path("same").asString());
        assertEquals("2\n", recorded.path("node").path("out").asString());
        assertEquals(0, recorded.path("trace").path("end").path("exit").asInt());
        assertEquals("2\n", recorded.path("trace").path("console").path(0).path("text").asString());
        assertTrue(recorded.path("trace").path("steps").size() > 5);
    }

    @Test
    void whereTheTwoDifferBothAreTold() throws Exception {
        var recorded = recorded(Map.of("a.cjs", "console.log(process.pid)"), "a.cjs");
        assertEquals("no", recorded.path("same").asString());
        assertTrue(recorded.path("node").path("out").asString().matches("\\d+\n"));
    }

    @Test
    void aProgramThatFillsTheMemoryOrNeverEndsIsRecordedUpToThere() throws Exception {
        var full =
                recorded(
                        Map.of("a.cjs", "const all = []; for (;;) all.push(new Uint8Array(1e8));"),
                        "a.cjs");
        assertEquals("memory", full.path("trace").path("end").path("by").asString());
        assertEquals("unknown", full.path("same").asString());
        var endless = recorded(Map.of("a.cjs", "console.log('begins'); for (;;);"), "a.cjs");
        assertEquals("time", endless.path("trace").path("end").path("by").asString());
        assertEquals(
                "begins\n", endless.path("trace").path("console").path(0).path("text").asString());
        assertTrue(
                endless.path("absence").asString().contains("its limit of time"),
                endless::toString);
    }

    @Test
    void aMainThatIsNotThere() throws Exception {
        var answer = post(Map.of("a.cjs", ""), "b.cjs");
        assertEquals(400, answer.statusCode());
        assertTrue(
                answer.body().contains("There is no file b.cjs among those sent."), answer.body());
    }

    private static JsonNode recorded(Map<String, String> files, String main) throws Exception {
        var answer = post(files, main);
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> post(Map<String, String> files, String main)
            throws Exception {
        var body = JsonMapper.shared().writeValueAsString(Map.of("files", files, "main", main));
        return academy.post("/api/recordings", body);
    }
}
