package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.platform.Serving;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages of the origins that the setting names may ask the API, by token; any other is told nothing.
final class OriginsTest {

    private static final String NAMED = "https://app.example";
    private static final String ALLOW = "Access-Control-Allow-Origin";

    @TempDir static Path home;

    private static OpenAcademy academy;
    private static HttpClient http;
    private static Member member;
    private static Caller caller;

    @BeforeAll
    static void open() throws Exception {
        var serving =
                new Serving(
                        "127.0.0.1",
                        null,
                        Duration.ZERO,
                        Set.of(NAMED, "http://localhost:3000"),
                        null);
        academy =
                OpenAcademy.forMany(
                        home,
                        serving,
                        new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
        http = HttpClient.newHttpClient();
        member = Member.joined(academy, Role.LEARNER);
        caller = Caller.of(academy, member.account(), Scope.READ, Scope.SUBMIT);
    }

    @AfterAll
    static void close() {
        caller.close();
        member.close();
        http.close();
        academy.close();
    }

    private static HttpResponse<String> preflight(
            String path, String origin, String method, String headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(academy.url(path)))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", headers)
                        .method("OPTIONS", BodyPublishers.noBody());
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void aPreflightOfANamedOriginIsAnsweredForWhatProgramsDo() throws Exception {
        for (var path : Set.of("/graphql", "/api/me", "/api/labs/javascript/scope/submissions")) {
            var answer =
                    preflight(path, NAMED, "POST", "authorization, content-type, idempotency-key");
            assertEquals(200, answer.statusCode());
            assertEquals(NAMED, header(answer, ALLOW));
            assertEquals("GET,HEAD,POST", header(answer, "Access-Control-Allow-Methods"));
            assertEquals(
                    "authorization, content-type, idempotency-key",
                    header(answer, "Access-Control-Allow-Headers"));
            assertEquals("3600", header(answer, "Access-Control-Max-Age"));
            assertEquals("", header(answer, "Access-Control-Allow-Credentials"));
            assertTrue(answer.headers().allValues("Vary").contains("Origin"));
        }
    }

    @Test
    void aPreflightForAnythingElseIsRefused() throws Exception {
        assertRefused(preflight("/graphql", NAMED, "PUT", "authorization"));
        assertRefused(preflight("/api/me", NAMED, "DELETE", "authorization"));
        var more = preflight("/graphql", NAMED, "POST", "authorization, x-csrf-token");
        assertEquals("authorization", header(more, "Access-Control-Allow-Headers"));
        assertRefused(preflight("/graphql", NAMED, "POST", "cookie"));
        assertRefused(preflight("/me", NAMED, "GET", "authorization"));
        assertRefused(preflight("/sign-in", NAMED, "POST", "content-type"));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() >= 400, answer.toString());
        assertNothingSaid(answer);
    }

    private static void assertNothingSaid(HttpResponse<String> answer) {
        assertEquals(
                Set.of(),
                answer.headers().map().keySet().stream()
                        .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("access-"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://app.example.evil.example",
                "https://evil-app.example",
                "https://app.exampl",
                "https://sub.app.example",
                "http://app.example",
                "https://app.example:8443",
                "https://app.example.",
                "https://app.example/",
                "HTTPS://APP.EXAMPLE",
                "http://localhost:3001",
                "http://localhost",
                "http://127.0.0.1:3000",
                "file://",
                "x"
            })
    void whatOnlyLooksAlikeIsToldNothing(String origin) throws Exception {
        assertRefused(preflight("/graphql", origin, "POST", "authorization"));
        var answer = caller.send(caller.request("/api/me").header("Origin", origin));
        assertNothingSaid(answer);
        assertTrue(answer.headers().allValues("Vary").contains("Origin"));
    }

    @Test
    void aPageOfANamedOriginReadsAndHandsInByToken() throws Exception {
        var me = caller.send(caller.request("/api/me").header("Origin", NAMED));
        assertEquals(200, me.statusCode());
        assertEquals(NAMED, header(me, ALLOW));
        assertEquals(
                "ETag, Link, Location, Retry-After, X-Request-Id",
                header(me, "Access-Control-Expose-Headers"));
        assertTrue(me.headers().allValues("Vary").contains("Origin"));
        var graph = caller.post("/graphql", Asked.of("{ me { id } }"), "Origin", NAMED);
        Asked.data(graph);
        assertEquals(NAMED, header(graph, ALLOW));
        var handedIn =
                caller.post(
                        "/api/labs/javascript/closures/submissions",
                        "{\"files\":{\"closures.js\":\"right\"}}",
                        "Origin",
                        NAMED);
        assertEquals(202, handedIn.statusCode(), handedIn.body());
        var own = caller.get("/api/me");
        assertNothingSaid(own);
        assertTrue(own.headers().allValues("Vary").contains("Origin"));
    }

    /// Neither to read nor to change anything, also where the browser sends it along: to another port of one host.
    @Test
    void aCookieCountsForNoPageElsewhere() throws Exception {
        for (var origin : Set.of(NAMED, "https://evil.example", "null")) {
            var read = member.send(member.request("/api/me").header("Origin", origin));
            assertEquals(401, read.statusCode(), origin);
            assertFalse(read.body().contains(member.account().mail()));
            var change =
                    member.send(
                            member.request("/graphql")
                                    .header("Origin", origin)
                                    .header("Content-Type", "application/json")
                                    .header("X-CSRF-TOKEN", member.token())
                                    .POST(BodyPublishers.ofString(Asked.of("{ me { id } }"))));
            assertEquals(403, change.statusCode(), origin);
            assertEquals(origin.equals(NAMED) ? NAMED : "", header(change, ALLOW));
        }
        var own = academy.premises().url();
        assertEquals(
                200, member.send(member.request("/api/me").header("Origin", own)).statusCode());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
