package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Identity;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Passkey;
import dev.backwright.academy.accounts.Passkeys;
import dev.backwright.academy.accounts.ProviderSignIn;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.MailServer;
import dev.backwright.academy.platform.Outside;
import dev.backwright.judge.Report.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An academy with a mail server: what it sends, to whom, and what becomes of what it cannot send.
final class LettersTest {

    @TempDir static Path home;

    private static GreenMail post;
    private static ServerSetup setup;
    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        setup = new ServerSetup(post.getSmtp().getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        var url = URI.create("smtp://127.0.0.1:" + setup.getPort());
        var server = new MailServer(url, "academy@example.org", "", "");
        academy =
                OpenAcademy.forMany(
                        home, new Outside(List.of(), server), new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
        post.stop();
    }

    private static MimeMessage arrived(String mail) throws Exception {
        for (int i = 0; i < 300; i++) {
            var all = to(mail);
            if (!all.isEmpty()) {
                return all.getLast();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing came to " + mail);
    }

    private static List<MimeMessage> to(String mail) throws Exception {
        var all = new ArrayList<MimeMessage>();
        for (var message : post.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equalsIgnoreCase(mail)) {
                all.add(message);
            }
        }
        return all;
    }

    private static String token(MimeMessage message) throws Exception {
        return message.getContent().toString().replaceFirst("(?s).*/join\\?token=(\\S+).*", "$1");
    }

    @Test
    void anInvitationIsMailedAndItsLinkIsNowhereElse() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var mail = Member.mail();
        var made =
                admin.send(
                        "/people",
                        "/people/invitations",
                        Map.of("role", "LEARNER", "mail", mail, "mailed", "true"));
        assertTrue(made.body().contains("is on its way to " + mail), made.body());
        assertFalse(made.body().contains("/join?token="), made.body());
        var message = arrived(mail);
        assertEquals("An invitation to Backwright", message.getSubject());
        assertEquals("academy@example.org", message.getFrom()[0].toString());
        assertTrue(message.getContentType().startsWith("text/plain"), message.getContentType());
        assertTrue(
                message.getContent().toString().contains(admin.account().name() + " invites you"));
        var joined = Member.stranger(academy).join(token(message), "Ada", "other@example.org");
        assertEquals(303, joined.statusCode(), joined.body());
        assertEquals(303, Member.stranger(academy).signIn(mail, Member.PASSWORD).statusCode());
    }

    @Test
    void whoForgotTheirPasswordIsMailedALinkThatIsGoodOnceForAnHour() throws Exception {
        var mail = Member.mail();
        var member = Member.stranger(academy);
        member.join(member.invited(Role.LEARNER), "Ada", mail);
        assertTrue(
                Member.stranger(academy).get("/sign-in").body().contains("Forgot your password?"));
        assertEquals(200, forgotten(mail.toUpperCase(Locale.ROOT)).statusCode());
        var message = arrived(mail);
        assertTrue(message.getContent().toString().contains("within 60 minutes"));
        var token = token(message);
        var until = academy.bean(Invitations.class).open(token).orElseThrow().expiresAt();
        var left = Duration.between(Instant.now(), until);
        assertTrue(left.compareTo(Duration.ofHours(1)) <= 0, left.toString());
        var owner = Member.stranger(academy);
        var fields = Map.of("token", token, "password", "copper violin meadow dusk");
        assertEquals(303, owner.send("/join?token=" + token, "/join", fields).statusCode());
        assertFalse(member.isIn());
        assertEquals(404, Member.stranger(academy).get("/join?token=" + token).statusCode());
    }

    private static HttpResponse<String> forgotten(String mail) throws Exception {
        return Member.stranger(academy)
                .send("/sign-in/forgotten", "/sign-in/forgotten", Map.of("mail", mail));
    }

    @Test
    void ownersAreToldWhatHappenedToTheirAccounts() throws Exception {
        try (var admin = Member.joined(academy, Role.ADMIN);
                var member = Member.joined(academy, Role.LEARNER)) {
            var own = member.account();
            var passkeys = academy.bean(Passkeys.class);
            var door = academy.bean(ProviderSignIn.class);
            passkeys.keep(
                    "a key",
                    new Passkey.Credential(
                            "Y3JlZGVudGlhbA",
                            passkeys.handle(own.person()),
                            "a2V5",
                            "bWFkZQ",
                            0,
                            false,
                            false));
            told(own, "A passkey was made.");
            var id = passkeys.of(own.person()).getFirst().id();
            member.send("/me", "/me/passkeys/" + id + "/remove", Map.of());
            told(own, "A passkey was removed.");
            door.link(own, new Identity("https://a.example", "A Co", "1", own.mail(), true, ""));
            told(own, "It was linked with A Co.");
            door.unlink(own, "https://a.example", "A Co");
            told(own, "It was unlinked from A Co.");
            var asked = Map.of("name", "a laptop", "scope", "read", "days", "7");
            var made = member.send("/me/tokens", "/me/tokens", asked).body();
            var letter = told(own, "A token was made, by which a program can come in.");
            var token = made.replaceFirst("(?s).*id=\"made\"[^>]*value=\"([^\"]+)\".*", "$1");
            assertFalse(letter.contains(token) || letter.contains("a laptop"), letter);
            assertTrue(letter.contains("Was it not you?"), letter);
            var next = "copper violin meadow dusk";
            member.send("/me/password", Map.of("present", Member.PASSWORD, "next", next));
            letter = told(own, "Its password was changed,");
            assertFalse(letter.contains(next) || letter.contains("/join?token="), letter);
            var shown = admin.send("/people/" + own.person() + "/recovery", Map.of()).body();
            letter = told(own, "An admin made a link");
            var link = shown.replaceFirst("(?s).*/join\\?token=([^\"]+).*", "$1");
            assertFalse(letter.contains(link), letter);
            Member.stranger(academy)
                    .send(
                            "/join?token=" + link,
                            "/join",
                            Map.of("token", link, "password", "velvet acorn harbor mist"));
            told(own, "A new password was set by a link.");
        }
    }

    /// @return the letter that says so
    private static String told(Account owner, String what) throws Exception {
        for (int i = 0; i < 600; i++) {
            for (var message : to(owner.mail())) {
                var text = message.getContent().toString();
                if (text.contains(what)) {
                    assertEquals("Your account at Backwright has changed", message.getSubject());
                    return text;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nobody was told: " + what);
    }

    @Test
    void aKnownAndAnUnknownAddressAreAnsweredAlike() throws Exception {
        var mail = Member.mail();
        var member = Member.stranger(academy);
        member.join(member.invited(Role.LEARNER), "Ada", mail);
        var known = forgotten(mail);
        var unknown = forgotten(Member.mail());
        assertEquals(200, known.statusCode());
        assertEquals(bare(known), bare(unknown));
        arrived(mail);
        for (int i = 0; i < 200 && letters() > 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, letters(), "nothing is kept of an address that nobody has");
    }

    private static int letters() {
        return academy.bean(JdbcClient.class)
                .sql("select count(*) from letter where trouble is null")
                .query(Integer.class)
                .single();
    }

    private static String bare(HttpResponse<String> answer) {
        return answer.body().replaceAll("(content|value)=\"[^\"]*\"", "");
    }

    @Test
    void soManyLinksAreAskedForAndNoMore() throws Exception {
        var mail = Member.mail();
        for (int i = 0; i < 3; i++) {
            assertEquals(200, forgotten(mail).statusCode());
        }
        var answer = forgotten(mail);
        assertEquals(429, answer.statusCode());
        assertTrue(answer.body().contains("Too many were asked for."), answer.body());
    }

    @Test
    void nothingThatSomebodyWritesGetsIntoTheHeadOfALetter() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        for (var mail :
                new String[] {
                    "a@example.org\r\nBcc: b@example.org",
                    "a@example.org, b@example.org",
                    "a@example.org%0d%0aBcc: b@example.org",
                    "a@example.org\u2028Bcc:b@example.org"
                }) {
            var made =
                    admin.send(
                            "/people",
                            "/people/invitations",
                            Map.of("role", "LEARNER", "mail", mail, "mailed", "true"));
            assertEquals(422, made.statusCode(), mail);
        }
        assertEquals(422, admin.send("/me/name", Map.of("name", "Eve\r\nBcc: x")).statusCode());
        assertEquals(
                303, admin.send("/me/name", Map.of("name", "=?utf-8?q?x?= Bcc: x")).statusCode());
        var mail = Member.mail();
        admin.send(
                "/people",
                "/people/invitations",
                Map.of("role", "LEARNER", "mail", mail, "mailed", "true"));
        var message = arrived(mail);
        assertEquals(1, message.getAllRecipients().length);
        var names =
                Collections.list(message.getAllHeaders()).stream()
                        .map(it -> it.getName().toLowerCase(Locale.ROOT))
                        .toList();
        assertFalse(names.contains("bcc"), names.toString());
        assertTrue(
                Arrays.stream(post.getReceivedMessages()).noneMatch(LettersTest::isToSomebodyElse));
    }

    private static boolean isToSomebodyElse(MimeMessage message) {
        try {
            return message.getAllRecipients().length != 1
                    || message.getAllRecipients()[0].toString().startsWith("b@");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatCannotBeSentIsToldToTheAdminAndTriedAgain() throws Exception {
        var admin = Member.joined(academy, Role.ADMIN);
        var mail = Member.mail();
        var other = Member.mail();
        post.stop();
        try {
            for (var whom : List.of(mail, other)) {
                var made =
                        admin.send(
                                "/people",
                                "/people/invitations",
                                Map.of("role", "LEARNER", "mail", whom, "mailed", "true"));
                assertEquals(200, made.statusCode(), "no request waits for a mail server");
                told(admin, whom);
            }
        } finally {
            post = new GreenMail(setup);
            post.start();
        }
        var shown = admin.send("/people", form(admin, "Show a link for " + other), Map.of());
        var token = shown.body().replaceFirst("(?s).*/join\\?token=([^\"]+).*", "$1");
        assertEquals(200, Member.stranger(academy).get("/join?token=" + token).statusCode());
        admin.send("/people", form(admin, "Try again: " + mail), Map.of());
        assertEquals(
                200,
                Member.stranger(academy).get("/join?token=" + token(arrived(mail))).statusCode());
        int waiting =
                academy.bean(JdbcClient.class)
                        .sql("select count(*) from letter where mail = ?")
                        .param(other)
                        .query(Integer.class)
                        .single();
        assertEquals(0, waiting, "what was handed over is not mailed as well");
    }

    private static void told(Member admin, String mail) throws Exception {
        for (int i = 0; i < 200; i++) {
            var page = admin.get("/people").body();
            if (page.contains("Try again: " + mail)) {
                assertTrue(page.contains("Will be tried again by itself."), page);
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("nothing is told");
    }

    /// Where the form leads that this button is of.
    private static String form(Member admin, String label) throws Exception {
        var page = admin.get("/people").body();
        var before = page.substring(0, page.indexOf("aria-label=\"" + label));
        return before.substring(before.lastIndexOf("action=\"") + 8).replaceFirst("(?s)\".*", "");
    }
}
