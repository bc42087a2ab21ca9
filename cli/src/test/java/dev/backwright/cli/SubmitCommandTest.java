package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server that answers as docs/api.md says an academy does.
class SubmitCommandTest {

    private static final String TOKEN = "head.body.signature";
    private static final LabId LAB = LabId.of("javascript/closures");

    private @TempDir Path top = Path.of("");
    private Typed typed = new Typed(top, top);
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile Report.Verdict verdict = Report.Verdict.PASSED;
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server = anyServer();

    private static HttpServer anyServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void anAcademyAndAFolder() throws IOException {
        server.createContext("/api/", this::answer);
        server.start();
        typed = Typed.in(top);
        assertEquals(0, typed.type("start", "javascript/closures").code());
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Typed.Answer login(String token) throws IOException {
        return typed.piping(token).type("login", url());
    }

    @Test
    void whoLogsInHandsInAndSeesTheVerdict() throws Exception {
        var in = login(TOKEN);
        assertEquals(0, in.code(), in.err());
        assertTrue(in.err().contains("you are Ada at " + url()), in.err());
        assertFalse(in.err().contains(TOKEN) || in.out().contains(TOKEN));
        var file = typed.home().resolve("server.json");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));

        var passed = typed.type("submit", "closures");
        assertEquals(0, passed.code(), passed.err());
        assertTrue(passed.out().startsWith("Passed: "), passed.out());
        assertTrue(passed.err().contains(url() + "/submissions/7d0c"), passed.err());

        verdict = Report.Verdict.FAILED;
        assertEquals(1, typed.type("submit", "closures").code());
        verdict = Report.Verdict.UNJUDGED;
        var unjudged = typed.type("submit", "javascript/closures", "closures", "--json");
        assertEquals(2, unjudged.code());
        assertEquals(verdict, ReportJson.read(unjudged.out()).verdict());
    }

    @Test
    void whatWasLostOnTheWayIsSentAgainWithTheSameKey() throws Exception {
        login(TOKEN);
        lost.set(2);
        assertEquals(0, typed.type("submit", "closures").code());
        assertEquals(3, keys.size());
        assertEquals(1, keys.stream().distinct().count());
    }

    @Test
    void progressIsATable() throws Exception {
        login(TOKEN);
        var answer = typed.type("progress");
        assertEquals(0, answer.code(), answer.err());
        assertTrue(
                answer.out().contains("javascript/closures  Closures  passed clean  6 of 6"),
                answer.out());
    }

    @Test
    void whoIsNotLoggedInOrNoLongerIsToldWhatToDo() throws Exception {
        var nowhere = typed.type("submit", "closures");
        assertEquals(64, nowhere.code());
        assertTrue(nowhere.err().contains("login URL"), nowhere.err());

        var wrong = login("another.old.token");
        assertEquals(64, wrong.code(), wrong.err());
        assertTrue(wrong.err().contains("make another there"), wrong.err());
        assertEquals(64, login("no token").code());
        assertFalse(Files.exists(typed.home().resolve("server.json")));

        login(TOKEN);
        assertEquals(0, typed.type("logout").code());
        assertEquals(64, typed.type("progress").code());
    }

    @Test
    void anAddressInClearOrNoneAtAllIsRefused() throws Exception {
        for (var odd :
                List.of(
                        "http://learn.example",
                        "learn.example",
                        "ftp://a.example",
                        "https://a.example/path")) {
            var answer = typed.piping(TOKEN).type("login", odd);
            assertEquals(64, answer.code(), odd + answer.err());
        }
    }

    @Test
    void aServerThatIsGoneCannotJudge() throws Exception {
        login(TOKEN);
        server.stop(0);
        var answer = typed.type("submit", "closures");
        assertTrue(answer.err().contains("does not answer"), answer.err());
        assertEquals(2, answer.code(), answer.err());
        assertEquals(70, typed.type("progress").code());
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"detail\":\"no\"}");
            return;
        }
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /api/me" -> send(exchange, 200, "{\"name\":\"Ada\"}");
            case "GET /api/labs" ->
                    send(
                            exchange,
                            200,
                            """
                            {"steps":[{"labs":[{"id":"javascript/closures","title":"Closures",
                            "state":"passed_clean","checks":6,"holding":6}]}]}\
                            """);
            case "POST /api/labs/javascript/closures/submissions" -> take(exchange);
            default -> send(exchange, 200, where());
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (lost.getAndDecrement() > 0) {
            exchange.close();
            return;
        }
        asked.set(0);
        send(exchange, 202, "{\"id\":\"7d0c3a52-3a6e-4f3e-8d0a-55c1a2f0b7aa\",\"version\":3}");
    }

    private String where() {
        return asked.getAndIncrement() == 0
                ? "{\"state\":\"queued\"}"
                : "{\"state\":\"done\",\"report\":%s}".formatted(ReportJson.write(report()));
    }

    private Report report() {
        return new Report(
                1,
                "one",
                LAB.toString(),
                "digest",
                "0.1.0",
                7,
                1,
                verdict,
                List.of(),
                Map.of(),
                new Report.RanOn("v24.21.0", "namespaces", Map.of()),
                null);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
