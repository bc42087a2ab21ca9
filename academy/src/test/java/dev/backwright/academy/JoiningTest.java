package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An academy for many: what a link opens, and what a new account has to be.
final class JoiningTest {

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
                new String[] {"A name has 1 to 80", "looks like name@", "at least 12 characters"}) {
            assertTrue(refused.body().contains(says), says);
        }
        assertEquals(303, member.join(token, "Ada", Member.mail()).statusCode());
    }

    @Test
    void aPasswordThatIsEasilyGuessedIsRefused() throws Exception {
        for (var password :
                new String[] {
                    "password1234",
                    "qwertyuiopasd",
                    "aaaaaaaaaaaaaaa",
                    "Lovelace1815",
                    "letmein12345",
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
    void elevenCharactersAreTooFew() throws Exception {
        var member = stranger();
        var token = member.invited(Role.LEARNER);
        var fields = Map.of("token", token, "name", "Ada", "mail", Member.mail());
        var sent = new HashMap<>(fields);
        sent.put("password", "x7#Kq!9zTe@");
        var refused = member.send("/join?token=" + token, "/join", sent);
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("A password has at least 12 characters."));
        sent.put("password", "x7#Kq!9zTe@v");
        assertEquals(303, member.send("/join?token=" + token, "/join", sent).statusCode());
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

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    private static Member stranger() {
        return Member.stranger(academy);
    }
}
