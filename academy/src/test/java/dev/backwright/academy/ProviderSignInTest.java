package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Outside;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.services.oidc.Forgery.Signature;
import dev.backwright.services.oidc.Person;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in through a provider: whom it lets in, and what comes back that must let nobody in.
final class ProviderSignInTest {

    @TempDir static Path home;

    private static final PlayedProvider SCHOOL = PlayedProvider.open("school");
    private static final PlayedProvider GUILD = PlayedProvider.open("guild");
    private static final PlayedGitHub GITHUB = PlayedGitHub.open();
    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        var providers = List.of(SCHOOL.access(), GUILD.access(), GITHUB.access());
        academy =
                OpenAcademy.forMany(
                        home, new Outside(providers, null), new FakeJudge(it -> Outcome.PASSED));
        SCHOOL.knows(academy);
        GUILD.knows(academy);
    }

    @AfterAll
    static void close() {
        academy.close();
        SCHOOL.close();
        GUILD.close();
        GITHUB.close();
    }

    @AfterEach
    void mend() {
        SCHOOL.mend();
    }

    private static Person person(String mail) {
        return new Person(
                UUID.randomUUID().toString(),
                Map.of("email", mail, "email_verified", true, "name", "Ada Quist"));
    }

    /// Where the browser is sent that wants in.
    private static String begun(Member member, Map<String, String> fields) throws Exception {
        return refreshed(member.send("/sign-in?next=/me", "/sign-in/provider", fields));
    }

    private static String begun(Member member) throws Exception {
        return begun(member, Map.of("provider", "school", "next", "/me"));
    }

    private static String refreshed(HttpResponse<String> page) {
        assertEquals(200, page.statusCode(), page.body());
        return page.headers().firstValue("Refresh").orElseThrow().replace("0; url=", "");
    }

    private static HttpResponse<String> back(Member member, String address) throws Exception {
        return member.get(address.replace(academy.premises().url(), ""));
    }

    private static HttpResponse<String> through(Member member, Person person) throws Exception {
        return back(member, SCHOOL.agreed(begun(member), person));
    }

    private static void refused(HttpResponse<String> answer, String says) {
        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(says), answer.body());
        assertFalse(
                answer.headers().allValues("Set-Cookie").toString().contains("backwright_session"));
    }

    private static Member withPassword(String mail) throws Exception {
        var member = stranger();
        var token = academy.bean(Invitations.class).invite(null, Role.LEARNER, mail, 1);
        assertEquals(303, member.join(token, "Ada", mail).statusCode());
        return member;
    }

    @Test
    void aVerifiedAddressOpensItsAccountAndFromThenOnTheSubjectDoes() throws Exception {
        var mail = Member.mail();
        var account = withPassword(mail).account();
        var person = person(mail);
        var member = stranger();
        var in = through(member, person);
        assertEquals(303, in.statusCode(), in.body());
        assertEquals("/me", location(in));
        assertEquals(account.person(), member.account().person());
        var renamed = new Person(person.sub(), Map.of("email", Member.mail()));
        var again = stranger();
        assertEquals(303, through(again, renamed).statusCode());
        assertEquals(account.person(), again.account().person());
        assertEquals(303, stranger().signIn(mail, Member.PASSWORD).statusCode());
        var log = academy.bean(AuditLog.class).latest().toString();
        assertTrue(log.contains("linked, subject=their account with The school"), log);
    }

    @Test
    void beforeSomebodyIsInThereIsNoSessionAndTheWayThereIsKeptByTheBrowserAlone()
            throws Exception {
        var member = stranger();
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
        refused(through(stranger(), person(mail)), "No account here has the address " + mail);
    }

    @Test
    void anAddressThatIsNotVerifiedOpensNothing() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        for (var claim : new Object[] {false, "false", "yes"}) {
            var person = new Person("u", Map.of("email", mail, "email_verified", claim));
            refused(through(stranger(), person), "has not verified that " + mail);
        }
        refused(through(stranger(), new Person("u", Map.of("email", mail))), "has not verified");
        refused(through(stranger(), new Person("u", Map.of())), "gives no mail address");
    }

    @Test
    void anotherSubjectWithTheSameAddressDoesNotTakeTheAccountOver() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        assertEquals(303, through(stranger(), person(mail)).statusCode());
        refused(through(stranger(), person(mail)), "is linked with somebody else");
    }

    @Test
    void lettersOfOtherAlphabetsAreOtherLetters() throws Exception {
        var mail = "k" + Member.mail();
        withPassword(mail);
        refused(through(stranger(), person("\u212A" + mail.substring(1))), "No account here has");
    }

    /// Whoever opened it by a link for anybody need not own the address that they wrote.
    @Test
    void aWayInFromBeforeTheAddressWasShownToBeTheirsOpensNothing() throws Exception {
        var mail = Member.mail();
        var early = Member.atLocalhost(academy);
        early.join(early.invited(Role.LEARNER), "Ada", mail);
        var key = SoftKey.madeBy(early);
        var owner = stranger();
        var in = through(owner, person(mail));
        assertEquals("/me?done=PASSWORD_GONE", location(in));
        assertTrue(owner.isIn());
        assertFalse(early.isIn());
        assertEquals(422, early.signIn(mail, Member.PASSWORD).statusCode());
        assertEquals(422, key.signIn(early).statusCode());
    }

    @Test
    void whoIsSuspendedStaysOut() throws Exception {
        var mail = Member.mail();
        var account = withPassword(mail).account();
        var person = person(mail);
        through(stranger(), person);
        academy.bean(JdbcClient.class)
                .sql("update account set suspended = true where person = ?")
                .param(account.person())
                .update();
        refused(through(stranger(), person), "This account is suspended.");
    }

    @Test
    void aStateThatIsNotThisBrowsersIsRefused() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        var other = SCHOOL.agreed(begun(stranger()), person(mail));
        refused(back(stranger(), other), "was not begun in this browser");
        var member = stranger();
        begun(member);
        refused(back(member, other), "was not begun in this browser");
        refused(back(member, other.replaceAll("state=[^&]*", "state=")), "was not begun");
        assertFalse(member.isIn());
    }

    @Test
    void aCodeLetsInOnce() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        var member = stranger();
        var to = SCHOOL.agreed(begun(member), person(mail));
        var kept = passage(member);
        assertEquals(303, back(member, to).statusCode());
        assertTrue(passage(member).isEmpty(), "the browser keeps it no longer");
        refused(back(stranger(), to), "was not begun in this browser");
        var path = to.replace(academy.premises().url(), "");
        var replayed = academy.send(stranger().request(path).header("Cookie", kept));
        refused(replayed, "could not be believed");
    }

    private static String passage(Member member) {
        return member.cookies().stream()
                .filter(it -> it.getName().startsWith("backwright_passage"))
                .map(it -> it.getName() + "=" + it.getValue())
                .findFirst()
                .orElse("");
    }

    @Test
    void aTokenThatIsNotForThisSignInIsNotBelieved() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        for (var claim :
                Map.of(
                                "nonce",
                                "of another sign-in",
                                "aud",
                                "another client",
                                "iss",
                                GUILD.issuer(),
                                "exp",
                                1_000_000_000)
                        .entrySet()) {
            SCHOOL.idTokens().claim(claim.getKey(), claim.getValue());
            refused(through(stranger(), person(mail)), "could not be believed");
            SCHOOL.mend();
        }
        SCHOOL.idTokens().claim("nonce", null);
        refused(through(stranger(), person(mail)), "could not be believed");
        SCHOOL.mend();
        for (var signature : List.of(Signature.NONE, Signature.PUBLIC_KEY, Signature.STRANGER)) {
            SCHOOL.idTokens().signature(signature);
            refused(through(stranger(), person(mail)), "could not be believed");
        }
    }

    @Test
    void anAnswerOfAnotherProviderIsNotTakenForThisOnes() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        var member = stranger();
        var to = SCHOOL.agreed(begun(member), person(mail));
        var guilds = to.replaceAll("iss=[^&]*", "iss=" + GUILD.issuer());
        refused(back(member, guilds), "could not be believed");
        to = SCHOOL.agreed(begun(member), person(mail));
        refused(back(member, to.replaceAll("&iss=[^&]*", "")), "could not be believed");
        to = SCHOOL.agreed(begun(member), person(mail));
        refused(back(member, to.replace("back/school", "back/guild")), "was not begun");
        assertEquals(404, member.get("/sign-in/back/nobody?code=1&state=2").statusCode());
        assertFalse(member.isIn());
    }

    @Test
    void theAddressMayBeWhereTheAccessTokenLeadsIfItIsOfTheSameSubject() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        SCHOOL.idTokens().claim("email", null);
        SCHOOL.userinfo().claim("sub", "somebody else");
        refused(through(stranger(), person(mail)), "could not be believed");
        SCHOOL.userinfo().end();
        assertEquals(303, through(stranger(), person(mail)).statusCode());
    }

    @Test
    void whatTheProviderSaysNoToIsToldInASentence() throws Exception {
        var member = stranger();
        var state = begun(member).replaceAll(".*[?&](state=[^&]*).*", "$1");
        refused(member.get("/sign-in/back/school?error=access_denied&" + state), "did not agree");
        SCHOOL.answers("/token", 503, "{}");
        refused(through(stranger(), person(Member.mail())), "could not be believed");
    }

    @Test
    void fromAProviderNobodyIsLedToAnotherHost() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        var person = person(mail);
        for (var next :
                new String[] {"https://evil.example", "//evil.example", "/\\evil", "/a b"}) {
            var member = stranger();
            var to = begun(member, Map.of("provider", "school", "next", next));
            assertTrue(to.startsWith(SCHOOL.issuer() + "/"), to);
            assertEquals("/", location(back(member, SCHOOL.agreed(to, person))), next);
        }
    }

    @Test
    void aLinkOpensAnAccountThroughAProviderInPlaceOfAPassword() throws Exception {
        var mail = Member.mail();
        var person = person(mail);
        var member = stranger();
        var token = member.invited(Role.INSTRUCTOR);
        assertTrue(member.get("/join?token=" + token).body().contains("Join through The school"));
        var to = begun(member, Map.of("provider", "school", "token", token));
        assertEquals(303, back(member, SCHOOL.agreed(to, person)).statusCode());
        var account = member.account();
        assertEquals(
                List.of("Ada Quist", mail, Role.INSTRUCTOR),
                List.of(account.name(), account.mail(), account.role()));
        assertEquals(404, stranger().get("/join?token=" + token).statusCode());
        assertEquals(422, stranger().signIn(mail, "").statusCode());
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
        assertEquals(303, back(member, SCHOOL.agreed(begun(member), person)).statusCode());
        var left = member.send("/me/delete", Map.of());
        assertEquals(303, left.statusCode(), left.body());
    }

    @Test
    void aLinkForAnAddressIsForNoOther() throws Exception {
        var mail = Member.mail();
        var token = academy.bean(Invitations.class).invite(null, Role.LEARNER, mail, 1);
        var member = stranger();
        var to = begun(member, Map.of("provider", "school", "token", token));
        refused(back(member, SCHOOL.agreed(to, person(Member.mail()))), "This link is for " + mail);
        assertEquals(200, stranger().get("/join?token=" + token).statusCode());
    }

    @Test
    void whoIsInLinksAndUnlinks() throws Exception {
        var mail = Member.mail();
        var member = withPassword(mail);
        var foreign = linking(member, person(Member.mail()));
        refused(foreign, "and your account here has the address " + mail);
        var person = person(mail);
        assertEquals("/me?done=LINKED", location(linking(member, person)));
        assertTrue(member.get("/me").body().contains("<b>The school</b> knows you."));
        var other = withPassword(Member.mail());
        refused(linking(other, person), "is linked with another account");
        var gone = member.send("/me/providers/unlink", Map.of("issuer", SCHOOL.issuer()));
        assertEquals("/me?done=UNLINKED", location(gone));
        assertFalse(member.get("/me").body().contains("<b>The school</b> knows you."));
    }

    private static HttpResponse<String> linking(Member member, Person person) throws Exception {
        var to = refreshed(member.send("/me", "/me/providers", Map.of("provider", "school")));
        return back(member, SCHOOL.agreed(to, person));
    }

    @Test
    void ofGitHubThePrimaryAddressCountsIfItIsVerified() throws Exception {
        var mail = Member.mail();
        withPassword(mail);
        var user = "{\"id\":1001,\"login\":\"ada\",\"name\":null}";
        var mails =
                "[{\"email\":\"other@example.org\",\"primary\":false,\"verified\":true},"
                        + "{\"email\":\"%s\",\"primary\":true,\"verified\":%s}]";
        var member = stranger();
        refused(gitHub(member, user, mails.formatted(mail, false)), "has not verified");
        refused(gitHub(member, user, "[]"), "gives no mail address");
        refused(gitHub(member, "{\"login\":\"ada\"}", mails), "could not be believed");
        assertEquals(303, gitHub(member, user, mails.formatted(mail, true)).statusCode());
        assertTrue(member.isIn());
        var other = stranger();
        var to = begun(other, Map.of("provider", "github"));
        var wrong = GITHUB.agreed(to, user, mails).replace("code=known", "code=guessed");
        refused(back(other, wrong), "could not be believed");
    }

    private static HttpResponse<String> gitHub(Member member, String user, String mails)
            throws Exception {
        var to = begun(member, Map.of("provider", "github"));
        assertTrue(to.startsWith(GITHUB.url() + "/login/oauth/authorize?"), to);
        return back(member, GITHUB.agreed(to, user, mails));
    }

    private static Member stranger() {
        return Member.stranger(academy);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.body()));
    }
}
