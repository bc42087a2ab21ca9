package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.academy.web.guard.Rights;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever instructors and admins change stands in the log, with who did it.
final class AuditTest {

    @TempDir static Path home;

    private static OpenAcademy academy;

    /// A cohort, one who learns in it, and an admin.
    private record Scene(LedCohort led, Account learner, Member admin) {

        HttpResponse<String> cohort(String path, Map<String, String> fields) throws Exception {
            return led.ask(path, fields);
        }

        HttpResponse<String> people(String path, Map<String, String> fields) throws Exception {
            return admin.send("/people" + path, fields);
        }

        HttpResponse<String> learner(String path, Map<String, String> fields) throws Exception {
            return people("/" + learner.person() + path, fields);
        }
    }

    @FunctionalInterface
    private interface Deed {
        HttpResponse<String> of(Scene scene) throws Exception;
    }

    private static final Map<String, String> CLOSURES =
            Map.of("from", "javascript/closures", "to", "javascript/closures");

    private static final Map<String, Deed> DEEDS = new LinkedHashMap<>();

    static {
        DEEDS.put(
                "POST /cohorts",
                it -> it.led().leader().send("/cohorts", "/cohorts", Map.of("name", "Another")));
        DEEDS.put("POST /cohorts/{id}/name", it -> it.cohort("/name", Map.of("name", "Frontend")));
        DEEDS.put("POST /cohorts/{id}/links", it -> it.cohort("/links", Map.of("seats", "2")));
        DEEDS.put("POST /cohorts/{id}/deadlines", it -> due(it, "2030-01-01"));
        DEEDS.put("POST /cohorts/{id}/extensions", AuditTest::moreTime);
        DEEDS.put(
                "POST /cohorts/{id}/zone", it -> it.cohort("/zone", Map.of("zone", "Asia/Tokyo")));
        DEEDS.put(
                "POST /cohorts/{id}/people/{person}/remove",
                it -> it.cohort("/people/" + it.learner().person() + "/remove", Map.of()));
        DEEDS.put("POST /cohorts/{id}/leaders", it -> it.cohort("/leaders", secondLeader()));
        DEEDS.put("POST /cohorts/{id}/leaders/link", it -> it.cohort("/leaders/link", Map.of()));
        DEEDS.put("POST /cohorts/{id}/leaders/{person}/remove", AuditTest::oneLeaderLess);
        DEEDS.put("POST /cohorts/{id}/rejudgings", AuditTest::judgeAgain);
        DEEDS.put("POST /cohorts/{id}/rejudgings/{run}/stop", AuditTest::stopJudgingAgain);
        DEEDS.put(
                "POST /people/invitations",
                it -> it.people("/invitations", Map.of("role", "LEARNER")));
        DEEDS.put("POST /people/invitations/{id}/revoke", it -> invitation(it, "/revoke"));
        DEEDS.put("POST /people/invitations/{id}/link", it -> invitation(it, "/link"));
        DEEDS.put(
                "POST /people/{id}/role", it -> it.learner("/role", Map.of("role", "INSTRUCTOR")));
        DEEDS.put(
                "POST /people/{id}/suspended",
                it -> it.learner("/suspended", Map.of("suspended", "true")));
        DEEDS.put("POST /people/{id}/recovery", it -> it.learner("/recovery", Map.of()));
    }

    /// Tries once more what stands in the log already.
    private static final Set<String> NOTHING_NEW = Set.of("POST /people/letters/{id}/again");

    private static final Set<String> ASKS = Set.of("POST /graphql");

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void whatInstructorsAndAdminsChangeIsWrittenDown() throws Exception {
        try (var admin = Member.joined(academy, Role.ADMIN)) {
            for (var deed : DEEDS.entrySet()) {
                var led = LedCohort.fresh(academy);
                var scene = new Scene(led, led.learner("Ada"), admin);
                var actor =
                        deed.getKey().startsWith("POST /people")
                                ? admin.account()
                                : led.leader().account();
                int before = lines(actor);
                var answer = deed.getValue().of(scene);
                assertTrue(answer.statusCode() < 400, deed.getKey() + ": " + answer.body());
                assertTrue(lines(actor) > before, deed.getKey() + " is not in the log");
            }
        }
    }

    @Test
    void everyWayToChangeSomethingIsTriedAbove() {
        var ways =
                Rights.ALL.stream()
                        .filter(it -> it.method().equals("POST"))
                        .filter(it -> it.least() == Role.INSTRUCTOR || it.least() == Role.ADMIN)
                        .map(it -> it.method() + " " + it.path())
                        .filter(it -> !NOTHING_NEW.contains(it) && !ASKS.contains(it))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ways, new TreeSet<>(DEEDS.keySet()));
    }

    @Test
    void gradesThatLeaveTheAcademyAreWrittenDown() throws Exception {
        var led = LedCohort.fresh(academy);
        assertEquals(200, led.leader().get(led.page() + "/grades.csv").statusCode());
        var latest = academy.bean(AuditLog.class).latest().getFirst();
        assertEquals("took along the grades of", latest.action());
        assertEquals("Backend", latest.subject());
    }

    private static int lines(Account actor) {
        return academy.bean(JdbcClient.class)
                .sql("select count(*) from audit where actor = ?")
                .param(actor.person())
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> due(Scene scene, String day) throws Exception {
        return scene.cohort("/deadlines", with(CLOSURES, "day", day));
    }

    private static HttpResponse<String> moreTime(Scene scene) throws Exception {
        due(scene, "2030-01-01");
        var fields = with(CLOSURES, "day", "2030-02-01");
        return scene.cohort(
                "/extensions", with(fields, "person", scene.learner().person().toString()));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> secondLeader() throws Exception {
        try (var second = Member.joined(academy, Role.INSTRUCTOR)) {
            return Map.of("mail", second.account().mail());
        }
    }

    private static HttpResponse<String> oneLeaderLess(Scene scene) throws Exception {
        try (var second = Member.joined(academy, Role.INSTRUCTOR)) {
            var account = second.account();
            scene.cohort("/leaders", Map.of("mail", account.mail()));
            return scene.cohort("/leaders/" + account.person() + "/remove", Map.of());
        }
    }

    private static HttpResponse<String> judgeAgain(Scene scene) throws Exception {
        var lab = academy.bean(Catalog.class).lab(CohortsTest.CLOSURES);
        new SampleAttempt(lab, scene.learner().person(), Instant.now(), List.of(), 1)
                .store(academy.bean(JdbcClient.class));
        return scene.cohort("/rejudgings", Map.of("lab", lab.id().toString()));
    }

    private static HttpResponse<String> stopJudgingAgain(Scene scene) throws Exception {
        judgeAgain(scene);
        var run = academy.bean(Rejudgings.class).of(scene.led().id()).getFirst();
        return scene.cohort("/rejudgings/" + run.id() + "/stop", Map.of());
    }

    private static HttpResponse<String> invitation(Scene scene, String what) throws Exception {
        scene.people("/invitations", Map.of("role", "LEARNER"));
        var latest = academy.bean(Invitations.class).all().getFirst();
        return scene.people("/invitations/" + latest.id() + what, Map.of());
    }
}
