package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.Submission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcademyTest {

    private static final LabId LAB = LabId.of("javascript/closures");
    private static final Submission SUBMISSION =
            new Submission(
                    "one",
                    LAB,
                    new FileTree(
                            new TreeMap<>(Map.of("a.js", "1".getBytes(StandardCharsets.UTF_8)))),
                    7,
                    1);
    private static final Report REPORT =
            new Report(
                    1,
                    "one",
                    LAB.toString(),
                    "digest",
                    "0.1.0",
                    7,
                    1,
                    Report.Verdict.PASSED,
                    List.of(),
                    Map.of(),
                    new Report.RanOn("v24.21.0", "namespaces", Map.of()),
                    null);

    private @TempDir Path home = Path.of("");

    @Test
    void aRunningAcademyIsToldWithItsKey() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpServer server = listening(200, heard);
        try {
            note(server.getAddress().getPort(), ProcessHandle.current().pid());

            String sentence = new Academy(home).tell(SUBMISSION, REPORT);

            assertEquals(1, heard.size());
            assertTrue(
                    heard.getFirst()
                            .startsWith(
                                    "POST /api/labs/javascript/closures/results Bearer abc"
                                            + " {\"files\":{\"a.js\":\"1\"},\"report\":{\"schema\":1,"),
                    heard.getFirst());
            assertTrue(sentence.contains("shows it"), sentence);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void oneThatRefusesIsSaid() throws Exception {
        HttpServer server = listening(401, new CopyOnWriteArrayList<>());
        try {
            note(server.getAddress().getPort(), ProcessHandle.current().pid());

            assertTrue(new Academy(home).tell(SUBMISSION, REPORT).contains("status 401"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void oneThatEndedIsNoAcademy() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        note(1, dead.pid());

        assertTrue(new Academy(home).tell(SUBMISSION, REPORT).contains("no academy is running"));
    }

    @Test
    void withoutANoteThereIsNone() {
        assertTrue(new Academy(home).address().isEmpty());
    }

    @Test
    void aDamagedNoteIsNone() throws Exception {
        Files.writeString(home.resolve("solo.json"), "{");

        assertTrue(new Academy(home).address().isEmpty());
    }

    private void note(int port, long pid) throws IOException {
        Files.writeString(
                home.resolve("solo.json"),
                "{\"url\": \"http://127.0.0.1:%d\", \"key\": \"abc\", \"pid\": %d}"
                        .formatted(port, pid));
    }

    private static HttpServer listening(int status, List<String> heard) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    heard.add(
                            "%s %s %s %s"
                                    .formatted(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().getFirst("Authorization"),
                                            new String(
                                                    exchange.getRequestBody().readAllBytes(),
                                                    StandardCharsets.UTF_8)));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
