package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.progress.LabStanding.State;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cohorts: who comes in, who sees them, and what the grid says.
final class CohortsTest {

    static final LabId CLOSURES = LabId.of("javascript/closures");

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    private static Lab closures() {
        return academy.bean(Catalog.class).lab(CLOSURES);
    }

    private static void attempts(Account whose, Instant at, Collection<String> fails) {
        new SampleAttempt(closures(), whose.person(), at, fails, 1).store(db());
    }

    @Test
    void aLinkLeadsIntoTheCohortWithANewAccountOrTheOneThereIs() throws Exception {
        var led = LedCohort.fresh(academy);
        var token = led.link(2);
        try (var known = Member.joined(academy, Role.INSTRUCTOR);
                var fresh = Member.stranger(academy)) {
            var page = known.get("/join?token=" + token).body();
            assertTrue(page.contains("Join as " + known.account().name()), page);
            assertTrue(page.contains("<b>Backend</b>"), page);
            var joined =
                    known.send(
                            "/join?token=" + token, "/join/with-account", Map.of("token", token));
            assertEquals(303, joined.statusCode(), joined.body());
            assertEquals(Role.INSTRUCTOR, known.account().role(), "a role stays as it is");
            assertEquals(303, fresh.join(token, "Ada", Member.mail()).statusCode());
            assertEquals(Role.LEARNER, fresh.account().role());
            assertEquals(2, led.grid().rows().size());
            try (var third = Member.stranger(academy)) {
                assertEquals(404, third.get("/join?token=" + token).statusCode());
            }
        }
    }

    @Test
    void aCohortIsThereForThoseWhoLeadItAndForAdmins() throws Exception {
        var led = LedCohort.fresh(academy);
        var name = led.learner("Ada Quist").name();
        try (var other = Member.joined(academy, Role.INSTRUCTOR);
                var learner = Member.joined(academy, Role.LEARNER);
                var admin = Member.joined(academy, Role.ADMIN)) {
            var nowhere = "/cohorts/" + UUID.randomUUID();
            for (var path : List.of("", "/grades.csv")) {
                assertTrue(led.leader().get(led.page() + path).body().contains(name));
                assertTrue(admin.get(led.page() + path).body().contains(name));
                assertEquals(403, learner.get(led.page() + path).statusCode());
                assertEquals(404, other.get(led.page() + path).statusCode());
            }
            assertEquals(bare(other, nowhere), bare(other, led.page()), "as if it were not there");
            for (var change :
                    List.of(
                            "/name",
                            "/links",
                            "/deadlines",
                            "/zone",
                            "/leaders",
                            "/leaders/link",
                            "/leaders/" + UUID.randomUUID() + "/remove",
                            "/rejudgings",
                            "/rejudgings/" + UUID.randomUUID() + "/stop",
                            "/people/" + UUID.randomUUID() + "/remove")) {
                assertEquals(
                        404,
                        other.send("/cohorts", led.page() + change, Map.of()).statusCode(),
                        change);
            }
            assertFalse(other.get("/cohorts").body().contains(led.id().toString()));
            assertTrue(admin.get("/cohorts").body().contains(led.id().toString()));
        }
    }

    private static String bare(Member member, String path) throws Exception {
        return member.get(path).body().replaceAll("content=\"[^\"]*\"|value=\"[^\"]*\"", "");
    }

    @Test
    void theGridTellsHowFarEverybodyIs() throws Exception {
        var led = LedCohort.fresh(academy);
        var now = Instant.now();
        var all = List.copyOf(closures().checks().keySet());
        var one = List.of(all.getFirst());
        var clean = led.learner("Clean");
        attempts(clean, now.minus(Duration.ofDays(2)), one);
        attempts(clean, now.minus(Duration.ofDays(1)), List.of());
        attempts(clean, now, one);
        var seen = led.learner("Seen");
        db().sql(
                        "insert into solution_seen (person, lab, seen_at) values (?, ?, now() - interval '1 hour')")
                .params(seen.person(), CLOSURES.toString())
                .update();
        attempts(seen, now, List.of());
        var stuck = led.learner("Stuck");
        attempts(stuck, now.minus(Duration.ofHours(5)), all);
        for (int i = 0; i < 3; i++) {
            attempts(stuck, now.minus(Duration.ofHours(4 - i)), one);
        }
        var elsewhere = led.learner("Elsewhere");
        new SampleAttempt(closures(), elsewhere.person(), now, List.of(), 0).store(db());
        var idle = led.learner("Idle");
        assertEquals(State.PASSED_CLEAN, led.place(clean).state(), "a pass stays a pass");
        assertEquals(3, led.place(clean).attempts());
        assertEquals(0, led.place(clean).stuck());
        assertEquals(State.PASSED, led.place(seen).state());
        assertEquals(State.BEGUN, led.place(stuck).state());
        assertEquals(3, led.place(stuck).stuck(), "the attempts since something changed");
        assertEquals(all.size() - 1, led.place(stuck).holding());
        assertEquals(State.BEGUN, led.place(elsewhere).state(), "was not judged here");
        assertEquals(0, led.place(elsewhere).attempts());
        assertTrue(led.anyPlace(idle).isEmpty());
        var page = led.leader().get(led.page()).body();
        assertTrue(page.contains("begun, stuck, 3 attempts alike"), page);
    }

    @Test
    void whatComesAfterTheDeadlineIsLateAndPassed() throws Exception {
        var led = LedCohort.fresh(academy);
        var now = Instant.now();
        var early = led.learner("Early");
        var late = led.learner("Late");
        var missing = led.learner("Missing");
        attempts(early, now.minus(Duration.ofDays(5)), List.of());
        attempts(late, now, List.of());
        attempts(missing, now, closures().checks().keySet());
        set(led, LocalDate.now(ZoneOffset.UTC).minusDays(2).toString());
        assertFalse(led.isLate(early));
        assertTrue(led.isLate(late));
        assertTrue(led.place(late).isPassed());
        assertTrue(led.isLate(missing));
        set(led, LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
        assertFalse(led.isLate(missing));
        set(led, "");
        assertTrue(led.grid().asked().isEmpty());
    }

    private static void set(LedCohort led, String day) throws Exception {
        var set =
                led.leader()
                        .send(
                                led.page(),
                                led.page() + "/deadlines",
                                Map.of(
                                        "from",
                                        "javascript/scope",
                                        "to",
                                        CLOSURES.toString(),
                                        "day",
                                        day));
        assertEquals(303, set.statusCode(), set.body());
    }

    @Test
    void aLearnerReadsOnThePathWhatIsDue() throws Exception {
        var led = LedCohort.fresh(academy);
        var token = led.link(1);
        set(led, LocalDate.now(ZoneOffset.UTC).plusDays(3).toString());
        try (var learner = Member.stranger(academy)) {
            learner.join(token, "Ada", Member.mail());
            var path = learner.get("/").body();
            assertTrue(path.contains("<span class=\"what\">due "), path);
            attempts(learner.account(), Instant.now(), List.of());
            assertEquals(
                    1,
                    learner.get("/").body().split("<span class=\"what\">due ", -1).length - 1,
                    "scope is due still");
        }
    }

    @Test
    void aDeadlineThatIsNoneIsRefused() throws Exception {
        var led = LedCohort.fresh(academy);
        for (var wrong :
                List.of(
                        Map.of(
                                "from",
                                CLOSURES.toString(),
                                "to",
                                "javascript/scope",
                                "day",
                                "2026-11-27"),
                        Map.of("from", "no/lab", "to", CLOSURES.toString(), "day", "2026-11-27"),
                        Map.of(
                                "from",
                                CLOSURES.toString(),
                                "to",
                                CLOSURES.toString(),
                                "day",
                                "tomorrow"))) {
            var answer = led.leader().send(led.page(), led.page() + "/deadlines", wrong);
            assertEquals(422, answer.statusCode(), wrong.toString());
            assertTrue(answer.body().contains("role=\"alert\""), answer.body());
        }
    }

    @Test
    void whatHoldsMostPeopleUpComesFirstWithWhatTheyMayBelieve() throws Exception {
        var led = LedCohort.fresh(academy);
        var now = Instant.now();
        var wrong =
                closures().wrongs().stream()
                        .filter(it -> it.fails().size() == 1)
                        .findFirst()
                        .orElseThrow();
        var check = wrong.fails().getFirst();
        attempts(led.learner("A"), now, wrong.fails());
        attempts(led.learner("B"), now, wrong.fails());
        attempts(led.learner("C"), now, closures().checks().keySet());
        var passed = led.learner("D");
        attempts(passed, now.minus(Duration.ofHours(1)), List.of());
        attempts(passed, now, wrong.fails());
        var first = led.obstacles().getFirst();
        assertEquals("does " + check, first.check());
        assertEquals(3, first.people(), "who has passed is not held up");
        var beliefs =
                closures().wrongs().stream()
                        .filter(it -> it.fails().equals(wrong.fails()))
                        .map(Lab.Wrong::because)
                        .toList();
        assertTrue(beliefs.contains(Objects.requireNonNull(first.belief()).id()));
        var page = led.leader().get(led.page()).body();
        assertTrue(page.contains("They may believe"), page);
    }

    @Test
    void gradesAreALineForEachPersonWhateverTheirName() throws Exception {
        var led = LedCohort.fresh(academy);
        var formula = led.learner("=HYPERLINK(\"http://evil.example\")");
        var half = led.learner("Quist, Ada");
        attempts(formula, Instant.now(), List.of());
        var all = List.copyOf(closures().checks().keySet());
        attempts(half, Instant.now(), all.subList(0, all.size() / 2));
        var answer = led.leader().get(led.page() + "/grades.csv");
        assertTrue(
                answer.headers()
                        .firstValue("Content-Disposition")
                        .orElse("")
                        .startsWith("attachment"));
        var lines = answer.body().split("\r\n", -1);
        assertTrue(
                lines[0].startsWith(
                        "Name,Email,Scope (javascript/scope),Closures (javascript/closures),"),
                lines[0]);
        assertTrue(
                answer.body()
                        .contains(
                                "\"'=HYPERLINK(\"\"http://evil.example\"\")\","
                                        + formula.mail()
                                        + ",,100,"),
                answer.body());
        int holding = (all.size() - all.size() / 2) * 100 / all.size();
        assertTrue(
                answer.body().contains("\"Quist, Ada\"," + half.mail() + ",," + holding + ","),
                answer.body());
    }

    @Test
    void whoIsTakenOutKeepsWhatTheyMade() throws Exception {
        var led = LedCohort.fresh(academy);
        var learner = led.learner("Ada");
        attempts(learner, Instant.now(), List.of());
        var out =
                led.leader()
                        .send(
                                led.page(),
                                led.page() + "/people/" + learner.person() + "/remove",
                                Map.of());
        assertEquals(303, out.statusCode());
        assertTrue(led.grid().rows().isEmpty());
        assertEquals(
                1,
                db().sql("select count(*) from version where person = ?")
                        .param(learner.person())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aDeadlineFollowsItsLabToANewName() throws Exception {
        var led = LedCohort.fresh(academy);
        var leader = led.leader().account();
        var cohort = academy.bean(Cohorts.class).of(leader, led.id());
        var former = LabId.of("javascript/former_name");
        var due = Instant.parse("2026-11-27T23:59:59Z");
        var assignments = academy.bean(Assignments.class);
        assignments.set(cohort, List.of(former), Assignment.due(due));
        assignments.follow(former, closures());
        assertEquals(Map.of(CLOSURES, Assignment.due(due)), assignments.of(cohort));
    }

    @Test
    void namesAreShownAsTheyAreWritten() throws Exception {
        var led = LedCohort.fresh(academy);
        led.leader()
                .send(
                        led.page(),
                        led.page() + "/name",
                        Map.of("name", "<script>alert(1)</script>"));
        led.learner("<b onclick=x>Ada</b>");
        var page = led.leader().get(led.page()).body();
        assertFalse(page.contains("<script>alert"), page);
        assertFalse(page.contains("<b onclick"), page);
        assertTrue(page.contains("&lt;b onclick=x>Ada&lt;/b>"), page);
    }
}
