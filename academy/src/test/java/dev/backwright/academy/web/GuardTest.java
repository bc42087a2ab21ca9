package dev.backwright.academy.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {

    private static final String DRAFT = "/api/labs/javascript/closures/draft";
    private static final String FILES = "{\"files\":{\"a.js\":\"1\"}}";

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.at(home, TestDatabases.fresh(), new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void theKeyIsExchangedForACookieThatScriptsAndOtherSitesNeverSee() throws Exception {
        var entered = get("/enter?key=" + academy.premises().solo().key().text());
        assertEquals(302, entered.statusCode());
        assertTrue(entered.headers().firstValue("Location").orElseThrow().endsWith("/"));
        var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly"), cookie);
        assertTrue(cookie.contains("SameSite=Strict"), cookie);
        assertFalse(cookie.contains(academy.premises().solo().key().text()), cookie);
    }

    @Test
    void aWrongKeyOpensNothing() throws Exception {
        var entered = get("/enter?key=wrong");
        assertEquals(401, entered.statusCode());
        assertTrue(entered.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void withoutTheCookieAPageSaysWhatToOpen() throws Exception {
        var answer = get("/");
        assertEquals(401, answer.statusCode());
        assertTrue(type(answer).startsWith("text/html"), type(answer));
        assertTrue(answer.body().contains("</html>"), answer.body());
    }

    @Test
    void withoutTheCookieTheApiSaysWhatToOpen() throws Exception {
        var answer = get("/api/export");
        assertEquals(401, answer.statusCode());
        assertTrue(type(answer).startsWith("application/problem+json"), type(answer));
        assertTrue(answer.body().contains("the address that the start printed"), answer.body());
    }

    @Test
    void anotherHostGetsNothing() throws Exception {
        assertTrue(raw("evil.example").startsWith("HTTP/1.1 421"));
        assertTrue(raw("127.0.0.1.evil.example:" + port()).startsWith("HTTP/1.1 421"));
        assertTrue(raw("127.0.0.1:1").startsWith("HTTP/1.1 421"));
        assertTrue(raw("localhost:" + port()).startsWith("HTTP/1.1 401"));
    }

    @Test
    void aChangeFromAnotherOriginIsRefused() throws Exception {
        assertEquals(403, academy.send(change("http://evil.example", csrf())).statusCode());
        assertEquals(
                403, academy.send(change("http://127.0.0.1:" + (port() + 1), csrf())).statusCode());
        assertEquals(403, academy.send(change("null", csrf())).statusCode());
    }

    @Test
    void aChangeWithoutOriginIsRefused() throws Exception {
        var request =
                page(DRAFT).header("X-CSRF-TOKEN", csrf()).PUT(BodyPublishers.ofString(FILES));
        assertEquals(403, academy.send(request).statusCode());
    }

    @Test
    void aChangeWithoutItsTokenIsRefused() throws Exception {
        var own = academy.premises().solo().url();
        assertEquals(403, academy.send(change(own, "wrong")).statusCode());
        assertEquals(
                403,
                academy.send(
                                page(DRAFT)
                                        .header("Origin", own)
                                        .header("Content-Type", "application/json")
                                        .PUT(BodyPublishers.ofString(FILES)))
                        .statusCode());
    }

    @Test
    void aChangeFromOurOwnPagePasses() throws Exception {
        var answer = academy.send(change(academy.premises().solo().url(), csrf()));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void theCommandLineChangesWithItsKeyAlone() throws Exception {
        var answer =
                academy.send(
                        academy.withKey(DRAFT)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(FILES)));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void everyAnswerForbidsWhatAPageDoesNotNeed() throws Exception {
        for (var path : new String[] {"/", "/api/export", "/enter?key=x"}) {
            var headers = get(path).headers();
            var policy = headers.firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'"), path + policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
            assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
            assertEquals(
                    "same-origin", headers.firstValue("Cross-Origin-Opener-Policy").orElse(""));
            assertEquals(
                    "same-origin", headers.firstValue("Cross-Origin-Resource-Policy").orElse(""));
        }
    }

    @Test
    void anUnknownLabIsSaidInASentence() throws Exception {
        var answer = academy.send(academy.withKey("/api/labs/javascript/nope/submissions"));
        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("There is no lab javascript/nope"), answer.body());
    }

    @Test
    void filesThatMayNotComeInAreAllNamed() throws Exception {
        var answer =
                academy.post(
                        "/api/labs/javascript/closures/submissions",
                        "{\"files\":{\"../a.js\":\"1\",\"/etc/b\":\"2\"}}");
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("violations"), answer.body());
        assertTrue(answer.body().contains("../a.js"), answer.body());
        assertTrue(answer.body().contains("/etc/b"), answer.body());
    }

    @Test
    void whatIsNoZipIsRefused() throws Exception {
        var answer =
                academy.send(
                        academy.withKey("/api/labs/javascript/closures/submissions")
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofString("no zip")));
        assertEquals(422, answer.statusCode(), answer.body());
    }

    @Test
    void tooMuchIsTooLarge() throws Exception {
        var answer =
                academy.post(
                        "/api/labs/javascript/closures/submissions",
                        "{\"files\":{\"a.js\":\"" + "x".repeat(13 << 20) + "\"}}");
        assertEquals(413, answer.statusCode());
    }

    @Test
    void whatIsNoJsonIsNotUnderstood() throws Exception {
        var answer = academy.post("/api/labs/javascript/closures/submissions", "{");
        assertEquals(400, answer.statusCode());
        assertFalse(answer.body().contains("Exception"), answer.body());
    }

    private static HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(academy.url(path)))
                .header(
                        "Cookie",
                        "backwright_" + port() + "=" + academy.premises().solo().key().cookie());
    }

    private static HttpRequest.Builder change(String origin, String token) {
        return page(DRAFT)
                .header("Origin", origin)
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(FILES));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return academy.send(HttpRequest.newBuilder(URI.create(academy.url(path))));
    }

    private static String csrf() {
        return academy.premises().solo().key().csrf();
    }

    private static int port() {
        return academy.premises().solo().port().number();
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static String raw(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream()
                    .write(
                            "GET /api/export HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                                    .formatted(host)
                                    .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
