package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.MailServer;
import dev.backwright.academy.platform.Outside;
import dev.backwright.academy.web.guard.Rights;
import dev.backwright.academy.web.guard.Rights.Right;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is sent to whichever route is answered with a sentence: no 5xx, no trace of ours.
final class FuzzTest {

    private static final List<String> FIELDS =
            List.of(
                    "mail",
                    "password",
                    "next",
                    "token",
                    "name",
                    "present",
                    "role",
                    "uses",
                    "suspended",
                    "seats",
                    "from",
                    "to",
                    "day",
                    "path",
                    "line",
                    "text",
                    "provider",
                    "issuer",
                    "mailed",
                    "opens",
                    "opensTime",
                    "time",
                    "after",
                    "attempts",
                    "hintsAfter",
                    "hintMinutes",
                    "hidesSolution",
                    "zone",
                    "lab",
                    "person",
                    "step",
                    "badge",
                    "credential");

    /// As a form has them, encoded.
    private static final List<String> VALUES =
            List.of(
                    "",
                    "%00",
                    "a%00b%40c",
                    "%FF%FE",
                    "-1",
                    "99999999999999999999",
                    "%F0%9F%92%A9".repeat(50),
                    "a".repeat(5000),
                    "%27%3B+drop+table+person%3B--",
                    "%7B%22a%22%3A1%7D",
                    "ADMIN",
                    "2026-02-31",
                    "..%2F..%2Fetc%2Fpasswd");

    private static final String FORM = "application/x-www-form-urlencoded";

    /// Rows of the table of rights, after which there are other things: one of them may have taken these away.
    private static final int FEW = 8;

    private static final String WITH_ID =
            "{\"query\":\"query a($x: ID!) { submission(id: $x) { id } }\"";

    private static final List<String> BODIES =
            List.of(
                    "",
                    "null",
                    "[]",
                    "{}",
                    "{\"files\":null}",
                    "{\"files\":{\"a.js\":null}}",
                    "{\"files\":{\"a\\u0000.js\":\"x\"}}",
                    "{\"files\":{\"a.js\":\"x\\u0000\"}}",
                    "{\"files\":{\"a.js\":\"\\ud800\"},\"base\":\"yesterday\"}",
                    "{\"chosen\":-1}",
                    "{\"chosen\":1e400}",
                    "{\"check\":\"\\u0000\",\"tier\":99999999999}",
                    "{\"lab\":\"\\u0000/x\",\"question\":{},\"chosen\":0}",
                    "{\"file\":\"\\u0000\"}",
                    "{\"main\":\"a.js\",\"files\":{\"a.js\":\"1\"}}",
                    "{\"files\":" + "[".repeat(2000),
                    "\u0000\u0001");

    private static final List<String> QUESTIONS =
            List.of(
                    "{\"query\":null}",
                    "{\"query\":{}}",
                    "{\"query\":\"\",\"variables\":[]}",
                    Asked.of("{ ".repeat(20_000)),
                    Asked.of("[".repeat(3000)),
                    Asked.of("{ submission(id: " + "[".repeat(3000) + ") { id } }"),
                    Asked.of("{ me " + "{ a ".repeat(5000)),
                    Asked.of("{ " + "a: me { id } ".repeat(1500) + "}"),
                    Asked.of("{ ...a } fragment a on Query { ...a }"),
                    Asked.of("{ ...a } fragment a on Query { me } fragment a on Query { ...a }"),
                    Asked.of("{ ...nowhere ... on Nothing { id } }"),
                    Asked.of("{ lab(id: \"" + "x".repeat(60_000) + "\") { id } }"),
                    Asked.of("{ lab(id: \"\\u0000/x\") { submissions(before: \"\") { id } } }"),
                    Asked.of("{ submission(id: \"\u0000\") { id } cohort(id: 1) { id } }"),
                    Asked.of("{ cohort(id: \"1-1-1-1-1\") { people(after: \"\") { id } } }"),
                    Asked.of("{ submissions(limit: 99999999999999999999) { id } }"),
                    Asked.of("{ submissions(limit: -2147483648, before: \"\") { id } }"),
                    Asked.of("query($a: Int! = null, $b: [ID!]) { submissions(limit: $a) { id } }"),
                    Asked.of("subscription { me { id } }"),
                    Asked.of("type Query { me: ID } { me }"),
                    Asked.of("{ me @skip(if: \"x\") @include { id } }"),
                    Asked.of("\uFEFF\u202E{ me { id } }"),
                    WITH_ID + ",\"operationName\":\"b\",\"variables\":{\"x\":{}}}",
                    WITH_ID + ",\"variables\":{\"x\":[[[]]]}}",
                    WITH_ID + ",\"variables\":{\"x\":1e400}}",
                    WITH_ID + ",\"variables\":{\"x\":null}}");

    /// One that nobody answers at.
    private static final MailServer NO_MAIL =
            new MailServer(URI.create("smtp://127.0.0.1:1"), "a@example.org", "", "");

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.forMany(
                        home,
                        new Outside(List.of(), NO_MAIL),
                        new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    /// Of HTTP, as odd as a client may send them.
    private static final List<Header> HEADERS =
            List.of(
                    new Header("Idempotency-Key", "", "a".repeat(5000), "\"", "%00"),
                    new Header("Accept", "*/*;q=9", "/", "text/html;q=", "application/x-none"),
                    new Header("If-None-Match", "*", "W/", "\"\"\"", "a".repeat(5000)),
                    new Header("Accept-Language", "-", "x".repeat(500)),
                    new Header("If-Match", "\"", "W/\"x\""),
                    new Header("X-Forwarded-For", "", "::", "a".repeat(500)),
                    new Header("Range", "bytes=9-1", "bytes=-", "x"),
                    new Header("X-Request-Id", "", "a b", "x".repeat(500)));

    private record Header(String name, List<String> values) {
        Header(String name, String... values) {
            this(name, List.of(values));
        }
    }

    private final List<String> broken = new ArrayList<>();
    private @Nullable Member admin;
    private int sent;

    @Test
    void everyRouteAnswersWhateverIsSent() throws Exception {
        var random = new Random(1);
        for (Right right : Rights.ALL) {
            if (right.path().equals("/sign-out") || right.path().contains("**")) {
                continue;
            }
            for (var path : paths(right.path())) {
                var query = VALUES.get(random.nextInt(VALUES.size()));
                send(right.method(), path + "?" + words(query), "", "text/plain");
            }
            if (right.least() != null) {
                sendHeaders(right, random); // strangers have less patience shown to them
            }
            if (!right.method().equals("GET")) {
                sendBodies(right.method(), paths(right.path()).getFirst(), right.path());
            }
        }
        assertEquals("", String.join("\n", broken));
    }

    /// The same of things that there are: what is sent is looked at only then.
    @Test
    void everyRouteAnswersWhateverIsSentAboutWhatThereIs() throws Exception {
        var rows =
                Rights.ALL.stream()
                        .filter(it -> it.path().contains("{") && !it.path().contains("**"))
                        .toList();
        Belongings things = Belongings.of(academy);
        for (int i = 0; i < rows.size(); i++) {
            things = i % FEW == FEW - 1 ? Belongings.of(academy) : things;
            var right = rows.get(i);
            var path = things.path(right.path());
            send(right.method(), path + "?" + words("-1"), "", "text/plain");
            for (int at = 0; at < VALUES.size() && !right.method().equals("GET"); at += 2) {
                send(right.method(), path, form(VALUES.get(at)), FORM);
            }
        }
        assertEquals("", String.join("\n", broken));
    }

    private static String words(String value) {
        return Stream.of("token", "next", "limit", "before", "done", "after")
                .map(word -> word + "=" + value)
                .collect(Collectors.joining("&"));
    }

    /// Half of them, then the others: one that is refused at once hides what comes of the rest.
    private void sendHeaders(Right right, Random random) throws Exception {
        for (int half = 0; half < 2; half++) {
            var path = paths(right.path()).getFirst();
            var by = somebody();
            var request =
                    by.request(path)
                            .header("Origin", academy.premises().url())
                            .header("X-CSRF-TOKEN", by.token())
                            .method(right.method(), BodyPublishers.noBody());
            var sent = new ArrayList<String>();
            for (int i = half; i < HEADERS.size(); i += 2) {
                var header = HEADERS.get(i);
                var value = header.values().get(random.nextInt(header.values().size()));
                request.header(header.name(), value);
                sent.add(header.name() + ": " + value);
            }
            judge(right.method() + " " + path + " " + sent, by, request);
        }
    }

    private void sendBodies(String method, String path, String pattern) throws Exception {
        for (var value : VALUES) {
            send(method, path, form(value), FORM);
        }
        for (var body : pattern.startsWith("/api/") ? BODIES : List.<String>of()) {
            send(method, path, body, "application/json");
            send(method, path, body, "application/zip");
        }
        if (pattern.equals("/graphql")) {
            for (var body : Stream.concat(BODIES.stream(), QUESTIONS.stream()).toList()) {
                send(method, path, body, "application/json");
            }
        }
    }

    /// Somebody new now and then: nobody may ask for so much.
    private Member somebody() throws Exception {
        var known = admin;
        if (known == null || sent++ % 25 == 0) {
            known = Member.joined(academy, Role.ADMIN);
            admin = known;
        }
        return known;
    }

    private static String form(String value) {
        return FIELDS.stream().map(field -> field + "=" + value).collect(Collectors.joining("&"));
    }

    private static List<String> paths(String pattern) {
        var good =
                pattern.replace("{step}", "javascript")
                        .replace("{name}", "closures")
                        .replace("{key}", "1")
                        .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
        return pattern.contains("{")
                ? Stream.of("%00", "x", "..", "%ff", "a".repeat(300))
                        .map(odd -> pattern.replaceAll("\\{[a-z]+}", odd))
                        .collect(
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        all -> {
                                            all.addFirst(good);
                                            return all;
                                        }))
                : List.of(good);
    }

    private void send(String method, String path, String body, String type) throws Exception {
        var by = somebody();
        var request =
                by.request(path)
                        .header("Origin", academy.premises().url())
                        .header("Content-Type", type)
                        .header("X-CSRF-TOKEN", by.token())
                        .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        var what = body.substring(0, Math.min(60, body.length()));
        judge("%s %s %s %s".formatted(method, path, type, what), by, request);
    }

    private void judge(String asked, Member by, HttpRequest.Builder request) throws Exception {
        var answer = by.whole(request);
        assertFalse(answer.startsWith("429"), asked);
        if (answer.startsWith("5")
                || answer.contains("dev.backwright")
                || answer.contains("\tat ")) {
            var says = answer.lines().limit(3).collect(Collectors.joining(" "));
            broken.add(asked + ": " + says);
        }
    }
}
