package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that `start` has set up for a lab in TypeScript, which only tests know, used without us.
class TypeScriptFolderTest {

    private @TempDir Path top = Path.of("");
    private Path folder = top;

    @BeforeEach
    void aSolutionInItsFolder() throws IOException {
        Path repository = Typed.repository();
        Lab lab =
                Labs.load(repository.resolve("judge/src/test/resources/course"))
                        .find(LabId.of("web/cats"))
                        .orElseThrow();
        folder = top.resolve("cats");
        new Bench(lab, repository.resolve("toolbox")).setUp(folder);
        for (var file : lab.solution().files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Process started(int port, String... words) throws IOException {
        Path bin = Typed.repository().resolve("toolbox/bin");
        List<String> command = new ArrayList<>(List.of(words));
        command.set(0, bin.resolve(words[0]).toString());
        var builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("PORT", String.valueOf(port));
        return builder.start();
    }

    @Test
    void theEditorFindsOneConfigurationAndTheCompilerNoFault() throws Exception {
        assertTrue(Files.exists(folder.resolve("tsconfig.json")));
        assertFalse(Files.exists(folder.resolve("jsconfig.json")));
        Process tsc = started(0, "node", "node_modules/typescript/bin/tsc", "--noEmit");
        String said = new String(tsc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tsc.waitFor(), said);
    }

    @Test
    void npmStartWorks() throws Exception {
        int port = freePort();
        Process npm = started(port, "npm", "start");
        try (var client = HttpClient.newHttpClient()) {
            assertEquals("[]", answer(client, port, npm));
        } finally {
            npm.descendants().forEach(ProcessHandle::destroyForcibly);
            npm.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String answer(HttpClient client, int port, Process server)
            throws InterruptedException {
        var cats = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/cats")).build();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (server.isAlive() && System.nanoTime() < end) {
            try {
                return client.send(cats, BodyHandlers.ofString()).body();
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        return "it does not listen";
    }
}
