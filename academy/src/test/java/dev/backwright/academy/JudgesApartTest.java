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

/// An academy that judges nothing itself, and the judge's real process beside it.
final class JudgesApartTest {

    private static final String LAB = "javascript/closures";
    private static final String MINE =
            "{\"files\": {\"closures.js\": \"export const nothing = 1;\"}}";
    private static final String ENDLESS =
            "{\"files\": {\"closures.js\": \"await new Promise(done => setTimeout(done, 4000));\"}}";

    @TempDir Path home;

    @Test
    void oneThatDiesLosesNothingAndOneThatEndsHandsBack() throws Exception {
        try (var academy = ServerProcess.start(APART, home, "--port", "0").ready()) {
            var waiting = academy.handIn(LAB, MINE);
            assertTrue(page(academy).contains("No judge is there just now"));
            assertEquals(
                    "queued", academy.json("/api/submissions/" + waiting).path("state").asString());
            String slow;
            var killed = judge();
            try {
                isFailedOnce(academy, waiting);
                assertFalse(page(academy).contains("No judge is there just now"));
                slow = academy.handIn(LAB, ENDLESS);
                academy.await(slow, "running");
            } finally {
                killed.destroyForcibly().waitFor();
            }
            var ended = judge();
            try {
                isFailedOnce(academy, slow);
                var handedBack = academy.handIn(LAB, ENDLESS);
                academy.await(handedBack, "running");
                ended.destroy();
                assertTrue(ended.waitFor(20, TimeUnit.SECONDS), "SIGTERM ends it");
                assertEquals(143, ended.exitValue());
                assertEquals(
                        "queued",
                        academy.json("/api/submissions/" + handedBack).path("state").asString());
            } finally {
                ended.destroyForcibly().waitFor();
            }
            assertEquals(List.of(), leftBy(ended.pid()));
        }
    }

    @Test
    void whatItIsToldWronglyItSaysInASentence() throws Exception {
        assertEquals(
                "64 backwright: No database is named.",
                said(home.resolve("nothing"), "").substring(0, 36));
        assertEquals(
                "64 backwright: --places wants a number from 1 to 64, got '0'.",
                said(home, "", "--places", "0"));
        assertEquals(
                "64 backwright: BACKWRIGHT_DATABASE_URL has to look like jdbc:postgresql://host/name.",
                said(home, "mysql:x"));
        var nobody = said(home, "jdbc:postgresql://127.0.0.1:1/nothing");
        assertTrue(
                nobody.startsWith(
                        "70 backwright: The database jdbc:postgresql://127.0.0.1:1/nothing does not answer"),
                nobody);
        var database = dev.backwright.academy.platform.TestDatabases.fresh();
        var wrong = said(home, database.url());
        assertTrue(wrong.contains("the password is wrong, or there is no such role"), wrong);
    }

    private static final List<String> APART = List.of("env", "BACKWRIGHT_JUDGES=apart");

    private static String page(ServerProcess academy) throws Exception {
        return academy.send("GET", "/labs/" + LAB, "").body();
    }

    private static void isFailedOnce(ServerProcess academy, String id) throws Exception {
        var where = academy.await(id, "done");
        assertEquals("failed", where.at("/report/verdict").asString(), where::toString);
        assertEquals(0, where.path("unjudged").asInt(), where::toString);
    }

    private Process judge() throws IOException {
        var command = command(home);
        command.addAll(List.of("--places", "1"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("judge.log").toFile()))
                .start();
    }

    private static List<String> command(Path home) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dbackwright.course=" + RealAcademy.COURSE);
        command.add("-Dbackwright.toolbox=" + RealAcademy.TOOLBOX);
        command.add("-Dbackwright.home=" + home);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.backwright.judge.worker.Main"));
        return command;
    }

    /// The exit code and the sentence.
    private static String said(Path home, String url, String... words) throws Exception {
        var command = command(home);
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("BACKWRIGHT_DATABASE_URL", url);
        builder.environment().put("BACKWRIGHT_DATABASE_PASSWORD", "wrong");
        var process = builder.start();
        var said =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() + " " + said.strip();
    }

    private List<String> leftBy(long pid) throws IOException {
        try (var runs = Files.list(home.resolve("run"))) {
            return runs.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith(pid + "-") || it.startsWith("labs-" + pid + "-"))
                    .toList();
        }
    }
}
