package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Role;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An academy for many: what people change about their own account, and admins about others'.
final class AccountsTest {

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

    @Test
    void aNewPasswordEndsEveryOtherSession() throws Exception {
        var mail = Member.mail();
        var here = stranger();
        here.join(here.invited(Role.LEARNER), "Ada", mail);
        var there = stranger();
        there.signIn(mail, Member.PASSWORD);
        assertTrue(here.get("/me").body().contains("Sign out everywhere else"));
        assertEquals(422, change(here, "wrong", "copper violin meadow dusk").statusCode());
        assertTrue(there.isIn());
        assertEquals(422, change(here, Member.PASSWORD, "password123").statusCode());
        assertEquals(303, change(here, Member.PASSWORD, "copper violin meadow dusk").statusCode());
        assertTrue(here.isIn());
        assertFalse(there.isIn());
        assertEquals(422, there.signIn(mail, Member.PASSWORD).statusCode());
        assertEquals(303, there.signIn(mail, "copper violin meadow dusk").statusCode());
    }

    private static HttpResponse<String> change(Member member, String present, String next)
            throws Exception {
        return member.send("/me/password", Map.of("present", present, "next", next));
    }

    @Test
    void aLinkForALostPasswordEndsEverySession() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var lost = Member.joined(academy, Role.LEARNER);
        var account = lost.account();
        var made = admin.send("/people/" + account.person() + "/recovery", Map.of());
        var token = made.body().replaceFirst("(?s).*/join\\?token=([^\"]+).*", "$1");
        var owner = stranger();
        assertTrue(owner.get("/join?token=" + token).body().contains("A new password"));
        var set =
                owner.send(
                        "/join?token=" + token,
                        "/join",
                        Map.of("token", token, "password", "copper violin meadow dusk"));
        assertEquals(303, set.statusCode(), set.body());
        assertEquals(account.person(), owner.account().person());
        assertFalse(lost.isIn());
        assertEquals(404, stranger().get("/join?token=" + token).statusCode());
    }

    @Test
    void whatAnAdminChangesHoldsAtOnce() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var other = Member.joined(academy, Role.LEARNER);
        var person = other.account().person();
        assertEquals(403, other.get("/people").statusCode());
        admin.send("/people/" + person + "/role", Map.of("role", "ADMIN"));
        assertEquals(200, other.get("/people").statusCode());
        admin.send("/people/" + person + "/role", Map.of("role", "LEARNER"));
        assertEquals(403, other.get("/people").statusCode());
        var mail = other.account().mail();
        admin.send("/people/" + person + "/suspended", Map.of("suspended", "true"));
        assertFalse(other.isIn());
        var refused = stranger().signIn(mail, Member.PASSWORD);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("This account is suspended."));
        assertEquals(422, stranger().signIn(mail, "wrong").statusCode(), "told to its owner alone");
        admin.send("/people/" + person + "/suspended", Map.of("suspended", "false"));
        assertEquals(303, stranger().signIn(mail, Member.PASSWORD).statusCode());
        var log = academy.bean(AuditLog.class).latest().toString();
        for (var action :
                new String[] {
                    "made an admin of", "made a learner of", "suspended", "let in again"
                }) {
            assertTrue(log.contains(action), action);
        }
    }

    @Test
    void thereIsAlwaysAnAdmin(@TempDir Path other) throws Exception {
        try (var fresh = OpenAcademy.forMany(other, new FakeJudge(it -> Outcome.PASSED))) {
            assertFalse(fresh.bean(Accounts.class).hasAdmin());
            var admin = Member.joined(fresh, Role.ADMIN);
            var id = admin.account().person();
            assertEquals(
                    409,
                    admin.send("/people/" + id + "/role", Map.of("role", "LEARNER")).statusCode());
            assertEquals(
                    409,
                    admin.send("/people/" + id + "/suspended", Map.of("suspended", "true"))
                            .statusCode());
            assertEquals(
                    409,
                    admin.send("/me/delete", Map.of("password", Member.PASSWORD)).statusCode());
            assertTrue(admin.isIn());
            var second = Member.joined(fresh, Role.ADMIN);
            var both = new ArrayList<Callable<Integer>>();
            both.add(() ->
                    admin.send("/me/delete", Map.of("password", Member.PASSWORD)).statusCode());
            both.add(() ->
                    second.send("/me/delete", Map.of("password", Member.PASSWORD)).statusCode());
            try (var threads = Executors.newFixedThreadPool(2)) {
                var answers =
                        threads.invokeAll(both).stream().map(Future::resultNow).sorted().toList();
                assertEquals(List.of(303, 409), answers, "one of them stays");
            }
        }
    }

    @Test
    void whoLeavesTakesEverythingAlongButWhatWasDone() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var member = Member.joined(academy, Role.LEARNER);
        var account = member.account();
        admin.send("/people/" + account.person() + "/role", Map.of("role", "INSTRUCTOR"));
        var draft =
                member.call(
                        "PUT",
                        "/api/labs/javascript/closures/draft",
                        "{\"files\":{\"a.js\":\"1\"}}");
        assertEquals(200, draft.statusCode(), draft.body());
        assertEquals(422, member.send("/me/delete", Map.of("password", "wrong")).statusCode());
        assertEquals(
                303, member.send("/me/delete", Map.of("password", Member.PASSWORD)).statusCode());
        assertFalse(member.isIn());
        for (var table : new String[] {"draft", "account", "person"}) {
            var column = table.equals("person") ? "id" : "person";
            var left =
                    db().sql("select count(*) from %s where %s = ?".formatted(table, column))
                            .param(account.person())
                            .query(Integer.class)
                            .single();
            assertEquals(0, left, table);
        }
        var log = academy.bean(AuditLog.class).latest().toString();
        assertFalse(log.contains(account.name()), log);
        assertTrue(log.contains("made an instructor of, subject=somebody who has left"), log);
    }

    @Test
    void whatIsKeptAboutSomebodyGoesOutWithTheirWork() throws Exception {
        var led = LedCohort.fresh(academy);
        try (var member = led.member("Ada Quist")) {
            member.send("/me/tokens", Map.of("name", "my laptop", "scope", "read", "days", "30"));
            var archive = member.open("/api/export").readAllBytes();
            var lines = Zips.text(archive, "account.jsonl");
            var account = member.account();
            assertTrue(lines.contains("\"mail\": \"%s\"".formatted(account.mail())), lines);
            assertTrue(lines.contains("\"name\": \"my laptop\""), lines);
            assertTrue(lines.contains("\"name\": \"Backend\""), lines);
            assertTrue(lines.contains("\"kind\": \"deed\""), lines);
            assertFalse(lines.contains("$2"), "no hash");
            var taken =
                    member.send(
                            member.request("/api/import")
                                    .header("Origin", member.origin())
                                    .header("Content-Type", "application/zip")
                                    .header("X-CSRF-TOKEN", member.token())
                                    .POST(BodyPublishers.ofByteArray(archive)));
            assertEquals(200, taken.statusCode(), taken.body());
        }
    }

    /// Whatever table holds it, also one that is added later.
    @Test
    void nowhereIsANameOrAnAddressLeftOfWhoHasLeft() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var mail = "leaver-%s@example.org".formatted(UUID.randomUUID());
        admin.send("/people/invitations", Map.of("role", "LEARNER", "mail", mail));
        admin.send(
                "/people/invitations",
                Map.of("role", "LEARNER", "mail", mail.toUpperCase(Locale.ROOT)));
        var led = LedCohort.fresh(academy);
        var member = stranger();
        var name = Member.name();
        assertEquals(303, member.join(led.link(1), name, mail).statusCode());
        var person = member.account().person().toString();
        var handedIn =
                member.call(
                        "POST",
                        "/api/labs/javascript/closures/submissions",
                        "{\"files\":{\"closures.js\":\"let name = '%s'\"}}".formatted(name));
        assertEquals(202, handedIn.statusCode(), handedIn.body());
        member.send("/me/tokens", Map.of("name", name, "scope", "read", "days", "30"));
        member.send("/me/name", Map.of("name", name + " the second"));
        led.ask("/people/" + person + "/remove", Map.of());
        assertFalse(places(mail).isEmpty());
        assertFalse(places(name).isEmpty());
        assertEquals(
                303, member.send("/me/delete", Map.of("password", Member.PASSWORD)).statusCode());
        assertEquals(List.of(), places(mail));
        assertEquals(List.of(), places(name));
        assertEquals(List.of(), places(person));
    }

    /// Tables in which this text stands anywhere.
    private static List<String> places(String text) {
        return db()
                .sql(
                        "select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'")
                .query((row, number) -> row.getString("table_name"))
                .list()
                .stream()
                .filter(table -> holds(table, text))
                .toList();
    }

    private static boolean holds(String table, String text) {
        return db().sql(
                        "select exists (select from \"%s\" it where position(lower(:text) in lower(it::text)) > 0)"
                                .formatted(table))
                .param("text", text)
                .query(Boolean.class)
                .single();
    }

    @Test
    void namesAreShownAsTheyAreWritten() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var member = stranger();
        var name = "<img src=x onerror=alert(1)>\"'&";
        member.join(member.invited(Role.LEARNER), name, Member.mail());
        for (var page : new String[] {admin.get("/people").body(), member.get("/me").body()}) {
            assertFalse(page.contains("<img src=x"), page);
            assertTrue(page.contains("&lt;img src=x onerror=alert(1)>"), page);
        }
        var hidden = stranger();
        assertEquals(
                422,
                hidden.join(hidden.invited(Role.LEARNER), "a\u202Eb", Member.mail()).statusCode());
    }

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    private static Member stranger() {
        return Member.stranger(academy);
    }
}
