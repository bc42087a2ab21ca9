package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Disks that are full for real, to the last byte, under the real academy and its real judge.
final class FullDiskTest {

    private static final String LAB = "data/transactions";
    private static final String API = "/api/labs/" + LAB;

    /// A server that keeps the judge waiting and ends before it listens.
    private static final String SLOW =
            """
            {"files": {"transfers.js": "export let transfer, balanceOf;\
             await new Promise(done => setTimeout(done, 2000)); process.exit(1);"}}
            """;

    @TempDir static Path home;
    private static ServerProcess server;

    @BeforeAll
    static void open() throws Exception {
        var hindrance = OwnMounts.hindrance(home);
        assumeTrue(
                hindrance.isEmpty(),
                "No disk can be filled here: mount namespaces are impossible. " + hindrance);
        var disks =
                String.join(
                        "\n",
                        OwnMounts.tmpfs(home, "500m"),
                        OwnMounts.tmpfs(home.resolve("run"), "300m"),
                        OwnMounts.tmpfs(Path.of("/dev/shm"), "64m"));
        server = ServerProcess.start(OwnMounts.before(disks), home, "--port", "0").ready();
    }

    @AfterAll
    static void close() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whileTheHomeIsFullNothingIsTakenInAndAllThatWasThereCanBeRead() throws Exception {
        assertEquals(200, server.send("PUT", API + "/draft", draft("mine")).statusCode());
        isPassed(server.handIn(LAB, solution()));
        int versions = server.json(API + "/submissions").size();
        var filler = fill(home);
        try {
            isRefused("PUT", API + "/draft", draft("more"));
            isRefused("POST", API + "/submissions", solution());
            isRefused("POST", API + "/runs", solution());
            assertEquals("mine", server.json(API + "/draft").at("/files/transfers.js").asString());
            assertEquals(versions, server.json(API + "/submissions").size());
            assertEquals(200, server.send("GET", "/labs/" + LAB, "").statusCode());
        } finally {
            Files.delete(filler);
        }
        assertEquals(200, server.send("PUT", API + "/draft", draft("more")).statusCode());
        isPassed(server.handIn(LAB, solution()));
    }

    @Test
    void whileThereIsNoRoomForRunsNoFailureIsBelieved() throws Exception {
        isPassed(server.handIn(LAB, solution()));
        var failing = server.handIn(LAB, SLOW);
        server.await(failing, "running");
        var filler = fill(home.resolve("run"));
        String good;
        try {
            isWaitingForRoom(server.await(failing, FullDiskTest::hasReport));
            good = server.handIn(LAB, solution());
            isWaitingForRoom(server.await(good, FullDiskTest::hasReport));
        } finally {
            Files.delete(filler);
        }
        isPassed(good);
        var where = server.await(failing, "done");
        assertEquals("failed", where.at("/report/verdict").asString(), where::toString);
    }

    private static void isRefused(String method, String path, String body) throws Exception {
        var answer = server.send(method, path, body);
        assertEquals(507, answer.statusCode(), answer.body());
        assertEquals(
                "The disk that holds %s is full: 0 MB are left. Free some space there, then try again."
                        .formatted(home),
                JsonMapper.shared().readTree(answer.body()).path("detail").asString());
    }

    private static void isPassed(String submission) throws Exception {
        var where = server.await(submission, "done");
        assertEquals("passed", where.at("/report/verdict").asString(), where::toString);
    }

    private static boolean hasReport(JsonNode where) {
        return where.path("report").isObject();
    }

    private static void isWaitingForRoom(JsonNode where) {
        assertEquals("queued", where.path("state").asString(), where::toString);
        assertEquals("unjudged", where.at("/report/verdict").asString(), where::toString);
        var why = where.at("/report/checks/0/message").asString();
        assertTrue(why.startsWith(home.resolve("run") + ", where programs run, is full: "), why);
    }

    /// Writes until not one byte is left.
    private static Path fill(Path folder) {
        var filler = server.inside(folder.resolve("filler"));
        try (var to = Files.newOutputStream(filler)) {
            while (true) {
                to.write(new byte[1 << 16]);
            }
        } catch (IOException full) {
            assertTrue(full.toString().contains("No space left"), full::toString);
        }
        return filler;
    }

    private static String draft(String text) {
        return body(Map.of("transfers.js", text));
    }

    private static String solution() throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(RealAcademy.COURSE.resolve("labs/" + LAB + "/solution"))) {
            for (var file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return body(texts);
    }

    private static String body(Map<String, String> files) {
        return JsonMapper.shared().writeValueAsString(Map.of("files", files));
    }
}
