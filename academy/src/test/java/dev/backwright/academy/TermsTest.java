package dev.backwright.academy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Submission;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What a cohort asks of labs, as its people meet it; and who leads it.
final class TermsTest {

    private static final String LAB = "/labs/javascript/closures";
    private static final String WRONG = "{\"files\":{\"a.js\":\"wrong\"}}";
    private static final String RIGHT = "{\"files\":{\"a.js\":\"right\"}}";

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(TermsTest::outcome));
    }

    private static Outcome outcome(Submission submission) {
        boolean unjudged =
                submission.files().files().values().stream()
                        .anyMatch(it -> new String(it, UTF_8).equals("unjudged"));
        return unjudged ? Outcome.UNJUDGED : AnotherPersonTest.outcome(submission);
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    /// Asks this of closures, in place of what was asked.
    private static void ask(LedCohort led, Map<String, String> fields) throws Exception {
        var all = new HashMap<>(fields);
        all.put("from", "javascript/closures");
        all.put("to", "javascript/closures");
        var answer = led.ask("/deadlines", all);
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private static String day(int fromNow) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(fromNow).toString();
    }

    /// Hands in, and waits for the verdict.
    private static void handIn(Member member, String files) throws Exception {
        var taken = member.call("POST", "/api" + LAB + "/submissions", files);
        assertEquals(202, taken.statusCode(), taken.body());
        var id = JsonMapper.shared().readTree(taken.body()).path("id").asString();
        for (int i = 0; i < 600; i++) {
            if (member.get("/api/submissions/" + id).body().contains("\"done\"")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no verdict on " + id);
    }

    private static String refused(Member member, String path, String body) throws Exception {
        var answer = member.call("POST", "/api" + LAB + path, body);
        assertEquals(409, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body()).path("detail").asString();
    }

    private static String hint() {
        return "{\"check\":\"%s\",\"tier\":1}".formatted(check(0));
    }

    private static String check(int at) {
        return List.copyOf(closures().checks().keySet()).get(at);
    }

    private static Lab closures() {
        return academy.bean(Catalog.class).lab(CohortsTest.CLOSURES);
    }

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    @Test
    void beforeItOpensALabIsReadAndNotHandedIn() throws Exception {
        var led = LedCohort.fresh(academy);
        try (var learner = led.member("Ada")) {
            assertEquals(303, led.ask("/zone", Map.of("zone", "Asia/Tokyo")).statusCode());
            ask(led, Map.of("opens", day(3), "opensTime", "09:00"));
            var refusal = refused(learner, "/submissions", WRONG);
            assertTrue(refusal.startsWith("Closures opens on "), refusal);
            assertTrue(refusal.contains(", 09:00 (Asia/Tokyo) in Backend. Until then"), refusal);
            assertTrue(refused(learner, "/solution", "").contains("comes with the lab"));
            assertTrue(learner.get(LAB).body().contains("Backend: opens on "));
            assertTrue(learner.get("/").body().contains("<span class=\"what\">opens "));
            assertEquals(200, learner.call("PUT", "/api" + LAB + "/draft", WRONG).statusCode());
            assertEquals(303, led.ask("/zone", Map.of("zone", "UTC")).statusCode());
            assertTrue(refused(learner, "/submissions", WRONG).contains(", 09:00 (UTC)"));
            ask(led, Map.of("opens", day(0)));
            handIn(learner, WRONG);
            ask(led, Map.of("opens", day(3)));
            handIn(learner, WRONG);
        }
    }

    @Test
    void anotherCohortWhereItIsOpenIsEnough() throws Exception {
        var led = LedCohort.fresh(academy);
        var other = LedCohort.fresh(academy);
        try (var learner = led.member("Ada")) {
            ask(led, Map.of("opens", day(3)));
            var token = other.link(1);
            learner.send("/join?token=" + token, "/join/with-account", Map.of("token", token));
            refused(learner, "/submissions", WRONG);
            ask(other, Map.of("day", day(3)));
            handIn(learner, WRONG);
        }
    }

    @Test
    void whatClosesTakesNothingMoreUntilSomebodyIsGivenTime() throws Exception {
        var led = LedCohort.fresh(academy);
        try (var learner = led.member("Ada");
                var passed = led.member("Bea")) {
            handIn(passed, RIGHT);
            ask(led, Map.of("day", day(-2), "after", "closed", "hidesSolution", "true"));
            var refusal = refused(learner, "/submissions", RIGHT);
            assertTrue(refusal.contains("23:59 (UTC) in Backend, and is closed"), refusal);
            assertEquals(200, learner.call("POST", "/api" + LAB + "/solution", "").statusCode());
            handIn(passed, RIGHT);
            assertTrue(led.row(learner.account()).isClosed(CohortsTest.CLOSURES, Instant.now()));
            assertTrue(led.leader().get(led.page()).body().contains("not begun, late, closed"));
            assertTrue(csv(led, learner.account()).endsWith(",closed"));
            extend(led, learner.account(), day(2), 303);
            assertFalse(led.isLate(learner.account()));
            assertTrue(learner.get(LAB).body().contains("more time for you"));
            handIn(learner, RIGHT);
            assertTrue(csv(led, learner.account()).contains("in time, more time until"));
            assertTrue(log().contains("gave more time in Backend to Ada"), log());
            extend(led, learner.account(), "", 303);
            assertTrue(led.isLate(learner.account()));
            extend(led, learner.account(), day(-9), 422);
        }
    }

    private static void extend(LedCohort led, Account whose, String day, int status)
            throws Exception {
        var answer =
                led.ask(
                        "/extensions",
                        Map.of(
                                "person",
                                whose.person().toString(),
                                "from",
                                "javascript/closures",
                                "to",
                                "javascript/closures",
                                "day",
                                day));
        assertEquals(status, answer.statusCode(), answer.body());
    }

    private static String csv(LedCohort led, Account whose) throws Exception {
        return led.leader()
                .get(led.page() + "/grades.csv")
                .body()
                .lines()
                .filter(it -> it.contains(whose.mail()))
                .findFirst()
                .orElseThrow()
                .replace("\"", "");
    }

    private static String log() {
        return String.join(
                "\n",
                db().sql("select action || ' ' || subject from audit order by id")
                        .query(String.class)
                        .list());
    }

    @Test
    void attemptsAreCountedWhereTheyWereJudged() throws Exception {
        var led = LedCohort.fresh(academy);
        try (var learner = led.member("Ada")) {
            ask(led, Map.of("attempts", "2", "hidesSolution", "true"));
            assertTrue(learner.get(LAB).body().contains("Backend: 2 of 2 attempts left."));
            handIn(learner, "{\"files\":{\"a.js\":\"unjudged\"}}");
            handIn(learner, WRONG);
            assertTrue(learner.get(LAB).body().contains("1 of 2 attempts left."));
            handIn(learner, WRONG);
            var refusal = refused(learner, "/submissions", RIGHT);
            assertTrue(refusal.startsWith("Your attempts at Closures are used up"), refusal);
            assertTrue(refused(learner, "/solution", "").contains("after a pass here"));
            var kept = imported(learner);
            assertEquals("kept", kind(learner.account(), kept), "an archive is no way around");
            ask(led, Map.of("attempts", "3"));
            handIn(learner, RIGHT);
            handIn(learner, WRONG);
        }
    }

    /// A version that was never judged, from an archive.
    private static UUID imported(Member learner) throws Exception {
        var id = UUID.randomUUID();
        var line =
                """
                {"id":"%s","lab":"javascript/closures","number":90,"kind":"checked","labDigest":"x","seed":1,\
                "attempt":1,"createdAt":"2020-01-01T00:00:00Z","judgedAt":null,"report":null,"files":{"a.js":"cmlnaHQ="}}
                """
                        .formatted(id);
        var zip = Zips.archive(new TreeMap<>(Map.of("versions.jsonl", line)));
        var answer =
                learner.whole(
                        learner.request("/api/import")
                                .header("Origin", academy.premises().url())
                                .header("Content-Type", "application/zip")
                                .header("X-CSRF-TOKEN", learner.token())
                                .POST(BodyPublishers.ofByteArray(zip)));
        assertTrue(answer.startsWith("200 "), answer);
        return id;
    }

    private static String kind(Account whose, UUID version) {
        return db().sql("select kind from version where id = ? and person = ?")
                .params(version, whose.person())
                .query(String.class)
                .single();
    }

    @Test
    void hintsWaitForAttemptsAndForEachOther() throws Exception {
        var led = LedCohort.fresh(academy);
        try (var learner = led.member("Ada")) {
            ask(led, Map.of("hintsAfter", "2", "hintMinutes", "15"));
            handIn(learner, WRONG);
            var refusal = refused(learner, "/hints", hint());
            assertEquals("Hints of this lab open after 2 attempts; you have made 1.", refusal);
            var page = learner.get(LAB).body();
            assertTrue(page.contains("Hints after 2 attempts. At least 15 min between two hints."));
            assertTrue(page.contains(refusal), page);
            handIn(learner, WRONG);
            db().sql("update judging set judged_at = judged_at - interval '1 hour'").update();
            assertEquals(200, learner.call("POST", "/api" + LAB + "/hints", hint()).statusCode());
            var next = hint().replace(check(0), check(1));
            assertEquals(
                    "Between two hints of this lab lie at least 15 min: the next opens in 15 min.",
                    refused(learner, "/hints", next));
            ask(led, Map.of("day", day(2)));
            assertEquals(200, learner.call("POST", "/api" + LAB + "/hints", next).statusCode());
        }
    }

    @Test
    void whatCannotBeAskedIsRefused() throws Exception {
        var led = LedCohort.fresh(academy);
        for (var wrong :
                List.of(
                        Map.of("after", "closed"),
                        Map.of("opens", day(3), "day", day(2)),
                        Map.of("attempts", "many"),
                        Map.of("hintMinutes", "100000"),
                        Map.of("day", "9999-01-01"),
                        Map.of("day", day(1), "time", "25:00"))) {
            var all = new HashMap<>(wrong);
            all.putAll(Map.of("from", "javascript/scope", "to", "javascript/closures"));
            assertEquals(422, led.ask("/deadlines", all).statusCode(), wrong.toString());
        }
        assertEquals(422, led.ask("/zone", Map.of("zone", "Mars/Olympus")).statusCode());
        assertTrue(led.grid().asked().isEmpty());
    }

    @Test
    void whoLeadsItMayLetOthersLeadItAndOneStays() throws Exception {
        var led = LedCohort.fresh(academy);
        try (var second = Member.joined(academy, Role.INSTRUCTOR);
                var third = Member.stranger(academy);
                var learner = Member.joined(academy, Role.LEARNER)) {
            for (var nobody : List.of("nobody@example.org", learner.account().mail())) {
                assertEquals(422, led.ask("/leaders", Map.of("mail", nobody)).statusCode());
            }
            assertEquals(404, second.get(led.page()).statusCode());
            led.ask("/leaders", Map.of("mail", second.account().mail()));
            assertEquals(200, second.get(led.page()).statusCode());
            var token =
                    led.ask("/leaders/link", Map.of())
                            .body()
                            .replaceFirst("(?s).*/join\\?token=([^\"]+).*", "$1");
            var page = learner.get("/join?token=" + token).body();
            assertTrue(page.contains("to lead the cohort <b>Backend</b>"), page);
            var notYet =
                    learner.send(
                            "/join?token=" + token, "/join/with-account", Map.of("token", token));
            assertEquals(409, notYet.statusCode());
            assertTrue(notYet.body().contains("This link is for an instructor"), notYet.body());
            assertEquals(303, third.join(token, "Third", Member.mail()).statusCode());
            assertEquals(200, third.get(led.page()).statusCode());
            assertEquals(303, remove(led, second, led.leader().account()));
            assertEquals(404, led.leader().get(led.page()).statusCode(), "rights go with it");
            assertEquals(303, remove(led, second, third.account()));
            assertEquals(409, remove(led, second, second.account()), "the last one stays");
            assertEquals(200, second.get(led.page()).statusCode());
            assertTrue(log().contains("gave the lead of Backend to " + second.account().name()));
            assertTrue(log().contains("took the lead of Backend from Third"), log());
        }
    }

    private static int remove(LedCohort led, Member by, Account whom) throws Exception {
        return by.send(led.page(), led.page() + "/leaders/" + whom.person() + "/remove", Map.of())
                .statusCode();
    }

    @Test
    void onesOwnPageSaysHowFarOneIs() throws Exception {
        try (var learner = Member.joined(academy, Role.LEARNER)) {
            handIn(learner, WRONG);
            handIn(learner, RIGHT);
            var page = learner.get("/me").body();
            assertTrue(
                    page.replaceAll("\\s+", " ")
                            .matches(
                                    ".*<th scope=\"row\">1 JavaScript</th><td>1<span class=\"soft\"> of \\d+</span></td><td>1</td><td>2</td>.*"),
                    page);
        }
    }
}
