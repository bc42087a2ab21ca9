package dev.backwright.academy;

import static dev.backwright.academy.ProviderWay.begun;
import static dev.backwright.academy.ProviderWay.location;
import static dev.backwright.academy.ProviderWay.person;
import static dev.backwright.academy.ProviderWay.refreshed;
import static dev.backwright.academy.ProviderWay.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Outside;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.services.oidc.Person;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in through a provider: whom it lets in.
final class ProviderSignInTest {

    @TempDir static Path home;

    private static final PlayedProvider SCHOOL = PlayedProvider.open("school");
    private static final PlayedGitHub GITHUB = PlayedGitHub.open();
    private static OpenAcademy academy;
    private static ProviderWay way;

    @BeforeAll
    static void open() {
        var providers = List.of(SCHOOL.access(), GITHUB.access());
        academy =
                OpenAcademy.forMany(
                        home, new Outside(providers, null), new FakeJudge(it -> Outcome.PASSED));
        SCHOOL.knows(academy);
        way = new ProviderWay(academy, SCHOOL);
    }

    @AfterAll
    static void close() {
        academy.close();
        SCHOOL.close();
        GITHUB.close();
    }

    @Test
    void aVerifiedAddressOpensItsAccountAndFromThenOnTheSubjectDoes() throws Exception {
        var mail = Member.mail();
        var account = way.withPassword(mail).account();
        var person = person(mail);
        var member = way.stranger();
        var in = way.through(member, person);
        assertEquals(303, in.statusCode(), in.body());
        assertEquals("/me", location(in));
        assertEquals(account.person(), member.account().person());
        var renamed = new Person(person.sub(), Map.of("email", Member.mail()));
        var again = way.stranger();
        assertEquals(303, way.through(again, renamed).statusCode());
        assertEquals(account.person(), again.account().person());
        assertEquals(303, way.stranger().signIn(mail, Member.PASSWORD).statusCode());
        var log = academy.bean(AuditLog.class).latest().toString();
        assertTrue(log.contains("linked, subject=their account with The school"), log);
    }

    @Test
    void beforeSomebodyIsInThereIsNoSessionAndTheWayThereIsKeptByTheBrowserAlone()
            throws Exception {
        var member = way.stranger();
        var page =
                member.send(
                        "/sign-in",
                        "/sign-in/provider",
                        Map.of("provider", "school", "next", "/me"));
        var cookies = page.headers().allValues("Set-Cookie").toString();
        assertTrue(cookies.contains("backwright_passage_"), cookies);
        assertTrue(cookies.contains("Max-Age=600"), cookies);
        assertTrue(cookies.contains("HttpOnly; SameSite=Lax"), cookies);
        assertFalse(cookies.contains("backwright_session"), cookies);
        var to = refreshed(page);
        for (var part :
                new String[] {"code_challenge_method=S256", "state=", "nonce=", "scope=openid"}) {
            assertTrue(to.contains(part), to);
        }
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.endsWith("form-action 'self'"), policy);
    }

    @Test
    void whoHasNoAccountStaysOut() throws Exception {
        var mail = Member.mail();
        refused(
                way.through(way.stranger(), person(mail)),
                "No account here has the address " + mail);
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        for (var claim : new Object[] {false, "false", "yes"}) {
            var person = new Person("u", Map.of("email", mail, "email_verified", claim));
            refused(way.through(way.stranger(), person), "has not verified that " + mail);
        }
        refused(
                way.through(way.stranger(), new Person("u", Map.of("email", mail))),
                "has not verified");
        refused(way.through(way.stranger(), new Person("u", Map.of())), "gives no mail address");
    }

    @Test
    void anotherSubjectWithTheSameAddressDoesNotTakeTheAccountOver() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        assertEquals(303, way.through(way.stranger(), person(mail)).statusCode());
        refused(way.through(way.stranger(), person(mail)), "is linked with somebody else");
    }

    @Test
    void lettersOfOtherAlphabetsAreOtherLetters() throws Exception {
        var mail = "k" + Member.mail();
        way.withPassword(mail);
        refused(
                way.through(way.stranger(), person("\u212A" + mail.substring(1))),
                "No account here has");
    }

    /// Whoever opened it by a link for anybody need not own the address that they wrote.
    @Test
    void aWayInFromBeforeTheAddressWasShownToBeTheirsOpensNothing() throws Exception {
        var mail = Member.mail();
        var early = Member.atLocalhost(academy);
        early.join(early.invited(Role.LEARNER), "Ada", mail);
        var key = SoftKey.madeBy(early);
        var owner = way.stranger();
        var in = way.through(owner, person(mail));
        assertEquals("/me?done=PASSWORD_GONE", location(in));
        assertTrue(owner.isIn());
        assertFalse(early.isIn());
        assertEquals(422, early.signIn(mail, Member.PASSWORD).statusCode());
        assertEquals(422, key.signIn(early).statusCode());
    }

    @Test
    void whoIsSuspendedStaysOut() throws Exception {
        var mail = Member.mail();
        var account = way.withPassword(mail).account();
        var person = person(mail);
        way.through(way.stranger(), person);
        academy.bean(JdbcClient.class)
                .sql("update account set suspended = true where person = ?")
                .param(account.person())
                .update();
        refused(way.through(way.stranger(), person), "This account is suspended.");
    }

    @Test
    void aLinkOpensAnAccountThroughAProviderInPlaceOfAPassword() throws Exception {
        var mail = Member.mail();
        var person = person(mail);
        var member = way.stranger();
        var token = member.invited(Role.INSTRUCTOR);
        assertTrue(member.get("/join?token=" + token).body().contains("Join through The school"));
        var to = begun(member, Map.of("provider", "school", "token", token));
        assertEquals(303, way.back(member, SCHOOL.agreed(to, person)).statusCode());
        var account = member.account();
        assertEquals(
                List.of("Ada Quist", mail, Role.INSTRUCTOR),
                List.of(account.name(), account.mail(), account.role()));
        assertEquals(404, way.stranger().get("/join?token=" + token).statusCode());
        assertEquals(422, way.stranger().signIn(mail, "").statusCode());
        assertTrue(member.get("/me").body().contains("You have none: you come in another way."));
        var log = academy.bean(AuditLog.class).latest().toString();
        assertTrue(log.contains("joined, subject=as instructor, through The school"), log);
        var last = member.send("/me/providers/unlink", Map.of("issuer", SCHOOL.issuer()));
        refused(last, "is your only way in");
        Member.joined(academy, Role.ADMIN).close(); // without one nobody may leave
        academy.bean(JdbcClient.class)
                .sql("update account set signed_in_at = signed_in_at - interval '11 minutes'")
                .update();
        refused(member.send("/me/delete", Map.of()), "within ten minutes");
        assertEquals(303, way.back(member, SCHOOL.agreed(begun(member), person)).statusCode());
        var left = member.send("/me/delete", Map.of());
        assertEquals(303, left.statusCode(), left.body());
    }

    @Test
    void aLinkForAnAddressIsForNoOther() throws Exception {
        var mail = Member.mail();
        var token = academy.bean(Invitations.class).invite(null, Role.LEARNER, mail, 1);
        var member = way.stranger();
        var to = begun(member, Map.of("provider", "school", "token", token));
        refused(
                way.back(member, SCHOOL.agreed(to, person(Member.mail()))),
                "This link is for " + mail);
        assertEquals(200, way.stranger().get("/join?token=" + token).statusCode());
    }

    @Test
    void whoIsInLinksAndUnlinks() throws Exception {
        var mail = Member.mail();
        var member = way.withPassword(mail);
        var foreign = linking(member, person(Member.mail()));
        refused(foreign, "and your account here has the address " + mail);
        var person = person(mail);
        assertEquals("/me?done=LINKED", location(linking(member, person)));
        assertTrue(member.get("/me").body().contains("<b>The school</b> knows you."));
        var other = way.withPassword(Member.mail());
        refused(linking(other, person), "is linked with another account");
        var gone = member.send("/me/providers/unlink", Map.of("issuer", SCHOOL.issuer()));
        assertEquals("/me?done=UNLINKED", location(gone));
        assertFalse(member.get("/me").body().contains("<b>The school</b> knows you."));
    }

    private static HttpResponse<String> linking(Member member, Person person) throws Exception {
        var to = refreshed(member.send("/me", "/me/providers", Map.of("provider", "school")));
        return way.back(member, SCHOOL.agreed(to, person));
    }

    @Test
    void ofGitHubThePrimaryAddressCountsIfItIsVerified() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        var user = "{\"id\":1001,\"login\":\"ada\",\"name\":null}";
        var mails =
                "[{\"email\":\"other@example.org\",\"primary\":false,\"verified\":true},"
                        + "{\"email\":\"%s\",\"primary\":true,\"verified\":%s}]";
        var member = way.stranger();
        refused(gitHub(member, user, mails.formatted(mail, false)), "has not verified");
        refused(gitHub(member, user, "[]"), "gives no mail address");
        refused(gitHub(member, "{\"login\":\"ada\"}", mails), "could not be believed");
        assertEquals(303, gitHub(member, user, mails.formatted(mail, true)).statusCode());
        assertTrue(member.isIn());
        var other = way.stranger();
        var to = begun(other, Map.of("provider", "github"));
        var wrong = GITHUB.agreed(to, user, mails).replace("code=known", "code=guessed");
        refused(way.back(other, wrong), "could not be believed");
    }

    private static HttpResponse<String> gitHub(Member member, String user, String mails)
            throws Exception {
        var to = begun(member, Map.of("provider", "github"));
        assertTrue(to.startsWith(GITHUB.url() + "/login/oauth/authorize?"), to);
        return way.back(member, GITHUB.agreed(to, user, mails));
    }
}
