package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The real academy with the real judge in a process of its own that ends in the middle of its work.
final class WholeProcessTest {

    private static final String LAB = "data/transactions";

    /// A server that keeps the judge waiting and ends before it listens.
    private static final String SLOW =
            """
            {"files": {"transfers.js": "export let transfer, balanceOf;\
             await new Promise(done => setTimeout(done, 2000)); process.exit(1);"}}
            """;

    @TempDir Path home;

    @Test
    void whateverEndsItTheNextJudgesOnceWhatItHadAndNothingOfItIsLeft() throws Exception {
        String killed;
        long dead;
        try (var server = open()) {
            killed = beingJudged(server);
            var started = server.descendants();
            server.kill();
            areGone(started);
            dead = server.pid();
        }
        String interrupted;
        long ended;
        try (var server = open()) {
            isJudgedOnce(server.await(killed, "done"));
            assertEquals(List.of(), leftBy(dead));
            interrupted = beingJudged(server);
            endsWell(server, "INT", 130);
            ended = server.pid();
        }
        try (var server = open()) {
            isJudgedOnce(server.await(interrupted, "done"));
            assertEquals(List.of(), leftBy(ended));
            assertEquals(2, server.json("/api/labs/" + LAB + "/submissions").size());
            beingJudged(server);
            assertEquals(201, server.send("POST", "/api/labs/" + LAB + "/runs", SLOW).statusCode());
            endsWell(server, "TERM", 143);
        }
    }

    private ServerProcess open() throws Exception {
        return ServerProcess.start(home, "--port", "0").ready();
    }

    /// Waits until the learner's program runs.
    private static String beingJudged(ServerProcess server) throws Exception {
        var submission = server.handIn(LAB, SLOW);
        server.await(submission, "running");
        return submission;
    }

    private static void isJudgedOnce(JsonNode where) {
        assertEquals("failed", where.at("/report/verdict").asString(), where::toString);
        assertEquals("failed", where.at("/report/checks/0/outcome").asString(), where::toString);
        assertEquals(0, where.path("unjudged").asInt(), where::toString);
    }

    private void endsWell(ServerProcess server, String signal, int code) throws Exception {
        var started = server.descendants();
        server.signal(signal);
        assertEquals(code, server.exit(), server::saidSoFar);
        assertEquals(1, server.saidSoFar().lines().count(), server::saidSoFar);
        areGone(started);
        assertFalse(Files.exists(home.resolve("solo.json")));
    }

    private static void areGone(List<ProcessHandle> processes) throws Exception {
        assertFalse(processes.isEmpty());
        for (var process : processes) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    /// Run folders, databases of labs and cgroups that carry the number of a process, after the next one has swept.
    private List<Path> leftBy(long pid) throws IOException {
        var shared = Path.of("/dev/shm/backwright-" + System.getProperty("user.name"));
        var left = new ArrayList<Path>();
        find(home.resolve("run"), 1, pid + "-", left);
        find(home.resolve("run"), 1, "labs-" + pid + "-", left);
        find(shared, 1, "labs-" + pid + "-", left);
        find(Path.of("/sys/fs/cgroup"), 8, "backwright-" + pid + "-", left);
        return left;
    }

    private static void find(Path folder, int depth, String start, List<Path> found)
            throws IOException {
        if (Files.isDirectory(folder)) {
            try (var all =
                    Files.find(
                            folder,
                            depth,
                            (path, _) -> path.getFileName().toString().startsWith(start))) {
                all.forEach(found::add);
            }
        }
    }
}
