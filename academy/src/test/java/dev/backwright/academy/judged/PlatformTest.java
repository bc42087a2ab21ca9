package dev.backwright.academy.judged;

import static dev.backwright.checks.Expect.expect;

import apis.jwt.Attack;
import delivery.logging.RequestLines;
import dev.backwright.checks.App;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The platform would pass the course: it is started and asked as a learner's server is, in the words of the checks, and
/// where a lab has the attack or the rule already, by the lab's own.
final class PlatformTest {

    private static final String FOREIGN = "https://evil.example";
    private static final String HAND_IN = "/api/labs/javascript/closures/submissions";

    @TempDir static Path folder;

    private static Platform platform;
    private static App app;
    private static Admin admin;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(folder);
        app = platform.app();
        admin = Admin.joined(app);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    /// Pages, files, answers to programs, refusals.
    @Test
    void everyAnswerBringsSafeHeaders() {
        for (var target : List.of("/sign-in", "/favicon.ico", "/api/labs", "/nowhere", "/")) {
            var reply = app.get(target);
            String why = "GET " + target;
            reply.header("X-Content-Type-Options").because(why).is("nosniff");
            reply.header("Content-Security-Policy")
                    .because(why)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .contains("base-uri 'none'")
                    .lacks("unsafe");
            reply.header("X-Frame-Options").because(why).is("DENY");
            reply.header("Referrer-Policy").because(why).is("same-origin");
            reply.header("Cross-Origin-Opener-Policy").because(why).is("same-origin");
            reply.header("Cross-Origin-Resource-Policy").because(why).is("same-origin");
            reply.header("X-Powered-By").because(why).isAbsent();
            reply.header("Server").because(why).isAbsent();
        }
    }

    @Test
    void aSessionsCookieIsGuarded() {
        var reply = signIn(Admin.MAIL, Admin.PASSWORD).status(303);
        var session = reply.cookie(Admin.sessionIn(reply));
        session.httpOnly().is(true);
        session.sameSite().isOneOf("Lax", "Strict");
        session.path().is("/");
        session.domain().isAbsent();
    }

    @Test
    void noForeignOriginIsLetIn() {
        for (var origin : List.of(FOREIGN, "http://localhost.evil.example", "null")) {
            for (var request :
                    List.of(
                            Request.of("OPTIONS", "/api/labs")
                                    .header("Access-Control-Request-Method", "GET"),
                            Request.get("/api/labs"),
                            Request.get("/sign-in"))) {
                var reply = app.send(request.header("Origin", origin));
                reply.header("Access-Control-Allow-Origin").because(origin).isAbsent();
                reply.header("Access-Control-Allow-Credentials").because(origin).isAbsent();
            }
            admin.browser().send(Request.post("/sign-out").header("Origin", origin)).status(403);
        }
        admin.browser().get("/me").status(200);
    }

    @Test
    void guessesAndWorkAreLimited() {
        var victim = "nobody@example.org";
        for (int i = 0; i < 10; i++) {
            signIn(victim, "guess " + i).status(422);
        }
        isLimited(signIn(victim, "guess 11").status(429));
        signIn(Admin.MAIL, Admin.PASSWORD).status(303);

        var bearer = "Bearer " + admin.token("submit");
        var codes = new HashSet<Integer>();
        Reply last = null;
        for (int i = 0; i < 31 && !codes.contains(429); i++) {
            last =
                    app.send(
                            Request.post(HAND_IN)
                                    .header("Authorization", bearer)
                                    .body("application/json", "{\"files\":{\"a.js\":\"1\"}}"));
            codes.add(last.code());
        }
        expect(last != null && codes.contains(429), "31 submissions in a minute: " + codes);
        isLimited(isProblem(last, 429));
    }

    private static Reply signIn(String mail, String password) {
        return Admin.send(
                app.visitor(), "/sign-in", "/sign-in", Map.of("mail", mail, "password", password));
    }

    private static void isLimited(Reply reply) {
        reply.header("Retry-After")
                .because("Who is too fast is told how many seconds to wait")
                .matches("^[1-9][0-9]*$");
    }

    /// `apis/jwt`: what attackers do to algorithm and signature.
    @Test
    void forgedTokensAreRefused() {
        var good = admin.token("read");
        isLetIn(app, good);
        Attack.with(good, admin.token("submit"))
                .forEach((what, forged) -> {
                    var reply = isProblem(asked(app, forged), 401);
                    reply.header("WWW-Authenticate")
                            .because(
                                    "A token " + what + " is refused with a challenge that says so")
                            .matches("^(?i:Bearer)\\b.*\\berror=\"?invalid_token\\b");
                });
        for (var scheme : List.of("Basic", "MyBearer", "")) {
            var sent = (scheme + " " + good).strip();
            isProblem(app.send(Request.get("/api/me").header("Authorization", sent)), 401);
        }
        isLetIn(app, good);
    }

    @Test
    void aTokenIsGoodAtAnyProcess() {
        var good = admin.token("read");
        var other = app.another();
        isLetIn(other, good);
        admin.send("/me", "/me/password", changed()).status(303);
        for (var each : List.of(app, other)) {
            isProblem(asked(each, good), 401);
        }
        admin.send("/me", "/me/password", changedBack()).status(303);
    }

    private static Map<String, String> changed() {
        return Map.of("present", Admin.PASSWORD, "next", "quartz lemon saddle brook");
    }

    private static Map<String, String> changedBack() {
        return Map.of("present", "quartz lemon saddle brook", "next", Admin.PASSWORD);
    }

    private static void isLetIn(App asked, String token) {
        asked(asked, token).status(200).json("mail").is(Admin.MAIL);
    }

    private static Reply asked(App asked, String token) {
        return asked.send(Request.get("/api/me").header("Authorization", "Bearer " + token));
    }

    /// As `web/error_handling` asks for it.
    @Test
    void problemsHaveOneForm() {
        var bearer = "Bearer " + admin.token("read");
        var instances = new HashSet<Object>();
        for (var each : wrongRequests().toList()) {
            var reply = app.send(each.header("Authorization", bearer));
            expect(reply.code() >= 400, each + ": " + reply.code());
            isProblem(reply, reply.code());
            expect(instances.add(reply.json("instance").raw()), "an instance came twice");
            reply.body().because(each.toString()).lacks(".java:").lacks("Exception");
        }
    }

    private static Stream<Request> wrongRequests() {
        return Stream.of(
                Request.get("/api/nowhere"),
                Request.get("/api/labs/javascript/nowhere"),
                Request.get("/api/submissions/%ff"),
                Request.get("/api/submissions/no-id"),
                Request.get("/api/submissions?limit=many"),
                Request.of("DELETE", "/api/labs"),
                Request.post(HAND_IN).body("application/json", "{\"files\": "),
                Request.post(HAND_IN).body("text/plain", "hello"),
                Request.get("/api/cohorts"),
                Request.post("/api/nowhere"));
    }

    private static Reply isProblem(Reply reply, int status) {
        reply.status(status)
                .header("Content-Type")
                .matches("(?i)^application/problem\\+json\\s*(;.*)?$");
        reply.json("status").is(status);
        reply.json("type").is("about:blank");
        reply.json("title").because("A problem of no type is called as its status").isPresent();
        reply.json("detail").matches("\\S");
        reply.header("Cache-Control").contains("no-store");
        reply.json("instance").matches("^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
        return reply;
    }

    /// As `delivery/logging` asks for it.
    @Test
    void eachRequestIsALineWithItsId() {
        isTold(Request.get("/sign-in?next=/me"), "/sign-in", 200, "info");
        isTold(Request.get("/api/nowhere"), "/api/nowhere", 404, "warn");
        isTold(Request.get("/api/me"), "/api/me", 401, "warn");
        for (var good : List.of("order-123456", "a.B_c-9.", "0".repeat(60) + ".xyz")) {
            app.send(Request.get("/sign-in").header("X-Request-Id", good))
                    .header("X-Request-Id")
                    .is(good);
        }
        for (var bad : RequestLines.unsafeIds()) {
            app.send(Request.get("/sign-in").header("X-Request-Id", bad))
                    .header("X-Request-Id")
                    .because("The id `" + bad + "` is not safe and is replaced")
                    .matches("^[A-Za-z0-9._-]{8,64}$")
                    .isNot(bad);
        }
    }

    private static void isTold(Request request, String path, int status, String level) {
        var reply = app.send(request).status(status);
        var line = RequestLines.of(app, RequestLines.id(reply), request.method());
        line.at("path").because("The path, without its query").is(path);
        line.at("status").is(status);
        line.at("ms").isAtLeast(0).isAtMost((long) (500 + 10 * reply.millis()));
        line.level().is(level);
    }

    @Test
    void theLogIsJsonAndHasNoSecret() {
        var token = admin.token("read");
        asked(app, token).status(200);
        isTold(Request.get("/sign-in?next=/secret-4711"), "/sign-in", 200, "info");
        var failed = signIn(Admin.MAIL, "mistyped-314159").status(422);
        var id = RequestLines.id(failed);
        RequestLines.of(app, id, "POST");
        var said =
                app.log().entries().where("reqId", id).each().stream()
                        .map(it -> String.valueOf(it.message().raw()))
                        .toList();
        expect(said.stream().anyMatch(it -> it.contains("wrong password")), said.toString());
        var words = app.log().out();
        for (var each : app.log().entries().each()) {
            if (!words.contains(each.text().text())) {
                each.level().isOneOf("trace", "debug", "info", "warn", "error");
                each.time().isAtLeast(1_000_000_000_000L);
                each.message().matches("\\S");
            }
        }
        expect(words.size() <= 2, "Where it is and its first link, to a person: " + words);
        for (var secret : List.of(token, Admin.PASSWORD, "mistyped-314159", "secret-4711")) {
            app.log().neverSaid(secret);
        }
        app.log().neverSaid(Admin.MAIL);
    }

    @Test
    void metricsCountByRouteForWhoeverBringsTheToken() {
        isProblemPage(app.get("/metrics"));
        var read = Request.get("/metrics").header("Authorization", "Bearer " + Platform.METRICS);
        app.get("/labs/javascript/metrics-" + 4712);
        var metrics = app.send(read).status(200);
        metrics.header("Content-Type").contains("text/plain").contains("version=0.0.4");
        metrics.body()
                .contains("# TYPE http_server_requests_seconds histogram")
                .matches("http_server_requests_seconds_bucket\\{[^}]*le=\"0\\.1\"")
                .matches("http_server_requests_seconds_count\\{[^}]*status=\"401\"")
                .contains("process_cpu_usage")
                .contains("jvm_memory_used_bytes")
                .lacks("metrics-4712");
    }

    private static void isProblemPage(Reply reply) {
        reply.status(401).body().lacks("http_server_requests");
    }
}
