package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real academy with the real judge in a process of its own that ends in the middle of its work.
final class WholeProcessTest {

    private static final String LAB = "/api/labs/data/transactions";
    private static final String SUBMISSIONS = LAB + "/submissions";

    /// It keeps the judge busy until the judge's patience ends, and never listens.
    private static final String ENDLESS = "{\"files\":{\"server.js\":\"for (;;);\"}}";

    @TempDir Path home;

    @Test
    void whatItJudgesWhenItIsKilledOrInterruptedIsJudgedOnceByTheNextAndNothingIsLeft()
            throws Exception {
        String killed;
        long dead;
        try (var server = ServerProcess.start(home, "--port", "0").ready()) {
            killed = handIn(server);
            busy(server, killed);
            var started = server.descendants();
            server.kill();
            areGone(started);
            dead = server.pid();
        }
        String interrupted;
        try (var server = ServerProcess.start(home, "--port", "0").ready()) {
            isJudgedOnce(server.await(killed, WholeProcessTest::isDone));
            assertEquals(List.of(), leftBy(dead));
            interrupted = handIn(server);
            busy(server, interrupted);
            assertEquals(201, server.send("POST", LAB + "/runs", ENDLESS).statusCode());
            var started = server.descendants();
            server.interrupt();
            assertEquals(130, server.exit(), server::saidSoFar);
            assertFalse(server.saidSoFar().contains("Exception"), server::saidSoFar);
            areGone(started);
            assertEquals(List.of(), leftBy(server.pid()));
            assertFalse(Files.exists(home.resolve("solo.json")));
        }
        try (var server = ServerProcess.start(home, "--port", "0").ready()) {
            isJudgedOnce(server.await(interrupted, WholeProcessTest::isDone));
            assertEquals(2, server.json(SUBMISSIONS).size());
        }
    }

    private static String handIn(ServerProcess server) throws Exception {
        var taken = server.send("POST", SUBMISSIONS, ENDLESS);
        assertEquals(202, taken.statusCode(), taken.body());
        return JsonMapper.shared().readTree(taken.body()).path("id").asString();
    }

    /// Waits until the learner's program runs.
    private static void busy(ServerProcess server, String submission) throws Exception {
        for (int i = 0; i < 1200; i++) {
            if (server.descendants().stream().anyMatch(WholeProcessTest::isTheProgram)) {
                var state = server.json("/api/submissions/" + submission).path("state");
                assertEquals("running", state.asString());
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nothing runs: " + server.saidSoFar());
    }

    private static boolean isTheProgram(ProcessHandle process) {
        return process.info().commandLine().orElse("").endsWith("node server.js");
    }

    private static boolean isDone(JsonNode where) {
        return where.path("state").asString("").equals("done");
    }

    private static void isJudgedOnce(JsonNode where) {
        assertEquals("failed", where.at("/report/verdict").asString(), where::toString);
        var said = where.at("/report/checks/0/message").asString();
        assertTrue(said.startsWith("The server never listened on the port"), said);
    }

    private static void areGone(List<ProcessHandle> processes) throws Exception {
        assertFalse(processes.isEmpty());
        for (var process : processes) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    /// Run folders, databases of labs and cgroups that carry the number of a process.
    private List<Path> leftBy(long pid) throws IOException {
        var left = new ArrayList<Path>();
        find(home.resolve("run"), 1, pid + "-", left);
        find(home.resolve("run"), 1, "labs-" + pid + "-", left);
        find(
                Path.of("/dev/shm/backwright-" + System.getProperty("user.name")),
                1,
                "labs-" + pid + "-",
                left);
        find(Path.of("/sys/fs/cgroup"), 8, "backwright-" + pid + "-", left);
        return left;
    }

    private static void find(Path folder, int depth, String start, List<Path> found)
            throws IOException {
        if (Files.isDirectory(folder)) {
            try (var all = Files.find(
                    folder,
                    depth,
                    (path, attributes) ->
                            attributes.isDirectory()
                                    && String.valueOf(path.getFileName()).startsWith(start))) {
                all.forEach(found::add);
            }
        }
    }
}
