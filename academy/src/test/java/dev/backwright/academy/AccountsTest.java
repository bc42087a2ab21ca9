package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Site;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An academy for many: coming in, going out, and who may change what about accounts.
final class AccountsTest {

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.at(
                        OpenAcademy.places(home, TestDatabases.fresh())
                                .withSite(new Site(true, null)),
                        new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    private static Member stranger() {
        return Member.stranger(academy);
    }

    @Test
    void whoIsNotInIsLedToTheDoorAndBackFromThere() throws Exception {
        var member = stranger();
        var sent = member.get("/labs/javascript/closures?a=b");
        assertEquals(302, sent.statusCode());
        var door = sent.headers().firstValue("Location").orElseThrow();
        assertEquals(
                "/sign-in?next=%2Flabs%2Fjavascript%2Fclosures%3Fa%3Db",
                door.replace(academy.url(""), ""));
        var mail = Member.mail();
        member.join(member.invited(Role.LEARNER), "Ada", mail);
        member.send("/sign-out", Map.of());
        var in =
                member.send(
                        "/sign-in",
                        Map.of(
                                "mail",
                                mail,
                                "password",
                                Member.PASSWORD,
                                "next",
                                "/labs/javascript/closures?a=b"));
        assertEquals(303, in.statusCode());
        assertTrue(location(in).endsWith("/labs/javascript/closures?a=b"), location(in));
    }

    @Test
    void fromTheDoorNobodyIsLedToAnotherHost() throws Exception {
        var member = stranger();
        var mail = Member.mail();
        member.join(member.invited(Role.LEARNER), "Ada", mail);
        for (var next :
                new String[] {
                    "https://evil.example",
                    "//evil.example",
                    "/\\evil.example",
                    "javascript:x",
                    "/%0d",
                    "/a\r\nb: c"
                }) {
            member.send("/sign-out", Map.of());
            var in =
                    member.send(
                            "/sign-in",
                            Map.of("mail", mail, "password", Member.PASSWORD, "next", next));
            assertEquals(303, in.statusCode());
            assertEquals("/", location(in), next);
        }
    }

    @Test
    void theApiSaysThatNobodyIsIn() throws Exception {
        var answer = stranger().get("/api/export");
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("Sign in, then try again."), answer.body());
    }

    @Test
    void theKeyOfSoloModeOpensNothing() throws Exception {
        assertEquals(401, academy.send(academy.withKey("/api/export")).statusCode());
        var door =
                academy.send(
                        academy.withKey("/enter?key=" + academy.premises().solo().key().text()));
        assertEquals(404, door.statusCode());
        assertFalse(door.headers().allValues("Set-Cookie").toString().contains("session"));
    }

    @Test
    void nobodyIsToldWhereTheAcademyLies() throws Exception {
        var status = Member.joined(academy, Role.LEARNER).get("/api/status");
        assertEquals(200, status.statusCode());
        assertFalse(status.body().contains(home.toString()), status.body());
        assertFalse(status.body().contains("PostgreSQL"), status.body());
    }

    @Test
    void aLinkMakesOneAccountOfItsRoleAndThenNothing() throws Exception {
        var member = stranger();
        var token = member.invited(Role.INSTRUCTOR);
        assertTrue(member.get("/join?token=" + token).body().contains("to be an instructor"));
        assertEquals(303, member.join(token, "Nora", Member.mail()).statusCode());
        assertEquals(Role.INSTRUCTOR, member.account().role());
        assertEquals(404, stranger().get("/join?token=" + token).statusCode());
        var second = stranger();
        assertEquals(
                404,
                second.send(
                                "/sign-in",
                                "/join",
                                Map.of(
                                        "token",
                                        token,
                                        "name",
                                        "B",
                                        "mail",
                                        Member.mail(),
                                        "password",
                                        Member.PASSWORD))
                        .statusCode());
        assertFalse(second.isIn());
    }

    @Test
    void aLinkForOneSeatMakesOneAccountHoweverManyUseItAtOnce() throws Exception {
        var token = stranger().invited(Role.LEARNER);
        Callable<Integer> join =
                () -> stranger().join(token, Member.name(), Member.mail()).statusCode();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers =
                    threads.invokeAll(Collections.nCopies(4, join)).stream()
                            .map(Future::resultNow)
                            .sorted()
                            .toList();
            assertEquals(List.of(303, 404, 404, 404), answers);
        }
    }

    @Test
    void aLinkForAnAddressIsForNoOther() throws Exception {
        var mail = Member.mail();
        var token = academy.bean(Invitations.class).invite(null, Role.LEARNER, mail, 1);
        var member = stranger();
        member.join(token, "Ada", "other@example.org");
        assertEquals(mail, member.account().mail());
    }

    @Test
    void aLinkThatIsTooOldOrTakenBackOpensNothing() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var token = stranger().invited(Role.LEARNER);
        db().sql(
                        "update invitation set expires_at = now() where made_at = (select max(made_at) from invitation)")
                .update();
        assertEquals(404, stranger().get("/join?token=" + token).statusCode());
        var other = academy.bean(Invitations.class).invite(null, Role.LEARNER, Member.mail(), 1);
        var id = academy.bean(Invitations.class).open(other).orElseThrow().id();
        assertEquals(
                303, admin.send("/people/invitations/" + id + "/revoke", Map.of()).statusCode());
        assertEquals(404, stranger().get("/join?token=" + other).statusCode());
    }

    @Test
    void whatIsWrongWithANewAccountIsAllSaidAndTheLinkStaysGood() throws Exception {
        var member = stranger();
        var token = member.invited(Role.LEARNER);
        var refused =
                member.send(
                        "/join?token=" + token,
                        "/join",
                        Map.of(
                                "token",
                                token,
                                "name",
                                " ",
                                "mail",
                                "nowhere",
                                "password",
                                "short"));
        assertEquals(422, refused.statusCode());
        for (var says :
                new String[] {"A name has 1 to 80", "looks like name@", "at least 10 characters"}) {
            assertTrue(refused.body().contains(says), says);
        }
        assertEquals(303, member.join(token, "Ada", Member.mail()).statusCode());
    }

    @Test
    void aPasswordThatIsEasilyGuessedIsRefused() throws Exception {
        for (var password :
                new String[] {
                    "password123",
                    "qwertyuiop",
                    "aaaaaaaaaaaaaaa",
                    "Lovelace1815",
                    "letmein1234",
                    "é".repeat(37)
                }) {
            var member = stranger();
            var token = member.invited(Role.LEARNER);
            var refused =
                    member.send(
                            "/join?token=" + token,
                            "/join",
                            Map.of(
                                    "token",
                                    token,
                                    "name",
                                    "Ada Lovelace",
                                    "mail",
                                    "lovelace1815@example.org",
                                    "password",
                                    password));
            assertEquals(422, refused.statusCode(), password);
            assertFalse(refused.body().contains(password), "the password is not said back");
        }
    }

    @Test
    void anAddressHasOneAccountHoweverItIsWritten() throws Exception {
        var mail = Member.mail();
        var one = stranger();
        one.join(one.invited(Role.LEARNER), "Ada", mail);
        var other = stranger();
        var refused = other.join(other.invited(Role.LEARNER), "Eve", mail.toUpperCase(Locale.ROOT));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("There is an account with this address already"));
        assertEquals(
                303,
                stranger().signIn(mail.toUpperCase(Locale.ROOT), Member.PASSWORD).statusCode());
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() throws Exception {
        var mail = Member.mail();
        var member = stranger();
        member.join(member.invited(Role.LEARNER), "Ada", mail);
        var wrong = stranger().signIn(mail, "not this one");
        var unknown = stranger().signIn(Member.mail(), "not this one");
        assertEquals(422, wrong.statusCode());
        assertEquals(422, unknown.statusCode());
        assertTrue(wrong.body().contains("No account has this address with this password."));
        assertEquals(bare(wrong), bare(unknown));
    }

    private static String bare(HttpResponse<String> answer) {
        return answer.body().replaceAll("(content|value)=\"[^\"]*\"", "");
    }

    @Test
    void guessingEndsAfterTenTries() throws Exception {
        var mail = Member.mail();
        var member = stranger();
        member.join(member.invited(Role.LEARNER), "Ada", mail);
        var guesser = stranger();
        for (int i = 0; i < 10; i++) {
            assertEquals(422, guesser.signIn(mail, "guess " + i).statusCode());
        }
        var answer = guesser.signIn(mail, Member.PASSWORD);
        assertEquals(429, answer.statusCode(), "the right one comes too late");
        assertTrue(answer.body().contains("Too many tries. Try again in"), answer.body());
        assertTrue(member.isIn(), "who is in stays in");
    }

    @Test
    void aSessionHasAnIdThatNobodyCouldHaveSet() throws Exception {
        var mail = Member.mail();
        var member = stranger();
        member.join(member.invited(Role.LEARNER), "Ada", mail);
        var first = session(member);
        member.signIn(mail, Member.PASSWORD);
        assertNotEquals(first, session(member));
        assertEquals(302, withSession(first, "/me").statusCode(), "the former one is over");
    }

    private static String session(Member member) {
        return member.cookies().stream()
                .filter(it -> it.getName().startsWith("backwright_session"))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static HttpResponse<String> withSession(String cookie, String path) throws Exception {
        return academy.send(stranger().request(path).header("Cookie", cookie.replace("\"", "")));
    }

    @Test
    void cookiesAreForTheBrowserAloneAndNobodyHasASessionBeforeTheyAreIn() throws Exception {
        var page = stranger().get("/sign-in");
        var cookies = page.headers().allValues("Set-Cookie");
        assertEquals(1, cookies.size(), cookies.toString());
        assertTrue(cookies.getFirst().startsWith("backwright_csrf_"), cookies.toString());
        assertTrue(cookies.getFirst().contains("HttpOnly"), cookies.toString());
        assertTrue(cookies.getFirst().contains("SameSite=Lax"), cookies.toString());
        var member = stranger();
        var joined = member.join(member.invited(Role.LEARNER), "Ada", Member.mail());
        var session =
                joined.headers().allValues("Set-Cookie").stream()
                        .filter(it -> it.startsWith("backwright_session_"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(session.contains("HttpOnly"), session);
        assertTrue(session.contains("SameSite=Lax"), session);
    }

    @Test
    void signingOutEndsTheSessionAndWhatTheBrowserKeeps() throws Exception {
        var member = Member.joined(academy, Role.LEARNER);
        var cookie = session(member);
        assertEquals(200, withSession(cookie, "/me").statusCode());
        var out = member.send("/me", "/sign-out", Map.of());
        assertEquals(303, out.statusCode());
        assertTrue(out.headers().firstValue("Clear-Site-Data").orElse("").contains("storage"));
        assertEquals(302, withSession(cookie, "/me").statusCode());
    }

    @Test
    void aSessionEndsAfterAWeekInAnyCase() throws Exception {
        var member = Member.joined(academy, Role.LEARNER);
        var person = member.account().person().toString();
        db().sql(
                        "update spring_session set creation_time = creation_time - ? where principal_name = ?")
                .params(8 * 24 * 3600 * 1000L, person)
                .update();
        assertFalse(member.isIn());
    }

    @Test
    void aChangeNeedsTheTokenAndOurOwnOrigin() throws Exception {
        var member = Member.joined(academy, Role.LEARNER);
        var form = "name=Eve&_csrf=" + member.csrf("/me");
        for (var origin : new String[] {"https://evil.example", "null", ""}) {
            var request =
                    member.request("/me/name")
                            .header("Cookie", cookies(member))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form));
            if (!origin.isEmpty()) {
                request.header("Origin", origin);
            }
            assertEquals(403, academy.send(request).statusCode(), origin);
        }
        var without =
                member.request("/me/name")
                        .header("Cookie", cookies(member))
                        .header("Origin", academy.premises().url())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("name=Eve"));
        assertEquals(403, academy.send(without).statusCode());
        assertNotEquals("Eve", member.account().name());
    }

    private static String cookies(Member member) {
        return member.cookies().stream()
                .map(it -> it.getName() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    @Test
    void aNewPasswordEndsEveryOtherSession() throws Exception {
        var mail = Member.mail();
        var here = stranger();
        here.join(here.invited(Role.LEARNER), "Ada", mail);
        var there = stranger();
        there.signIn(mail, Member.PASSWORD);
        assertTrue(here.get("/me").body().contains("in 1 other browser"));
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
        try (var fresh =
                OpenAcademy.at(
                        OpenAcademy.places(other, TestDatabases.fresh())
                                .withSite(new Site(true, null)),
                        new FakeJudge(it -> Outcome.PASSED))) {
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

    @Test
    void passwordsAndTokensAreKeptAsWhatOpensNothing() throws Exception {
        var member = Member.joined(academy, Role.LEARNER);
        var kept =
                db().sql("select password from account where person = ?")
                        .param(member.account().person())
                        .query(String.class)
                        .single();
        assertTrue(kept.startsWith("$2a$12$"), kept);
        var token = stranger().invited(Role.LEARNER);
        var rows = db().sql("select invitation::text from invitation").query(String.class).list();
        assertFalse(rows.toString().contains(token));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
