package dev.backwright.academy;

import static dev.backwright.academy.ProviderWay.begun;
import static dev.backwright.academy.ProviderWay.location;
import static dev.backwright.academy.ProviderWay.person;
import static dev.backwright.academy.ProviderWay.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.Outside;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.services.oidc.Forgery.Signature;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes back from a provider and must let nobody in.
final class ProviderAnswersTest {

    @TempDir static Path home;

    private static final PlayedProvider SCHOOL = PlayedProvider.open("school");
    private static final PlayedProvider GUILD = PlayedProvider.open("guild");
    private static OpenAcademy academy;
    private static ProviderWay way;

    @BeforeAll
    static void open() {
        var providers = List.of(SCHOOL.access(), GUILD.access());
        academy =
                OpenAcademy.forMany(
                        home, new Outside(providers, null), new FakeJudge(it -> Outcome.PASSED));
        SCHOOL.knows(academy);
        GUILD.knows(academy);
        way = new ProviderWay(academy, SCHOOL);
    }

    @AfterAll
    static void close() {
        academy.close();
        SCHOOL.close();
        GUILD.close();
    }

    @AfterEach
    void mend() {
        SCHOOL.mend();
    }

    @Test
    void aStateThatIsNotThisBrowsersIsRefused() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        var other = SCHOOL.agreed(begun(way.stranger()), person(mail));
        refused(way.back(way.stranger(), other), "was not begun in this browser");
        var member = way.stranger();
        begun(member);
        refused(way.back(member, other), "was not begun in this browser");
        refused(way.back(member, other.replaceAll("state=[^&]*", "state=")), "was not begun");
        assertFalse(member.isIn());
    }

    @Test
    void aCodeLetsInOnce() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        var member = way.stranger();
        var to = SCHOOL.agreed(begun(member), person(mail));
        var kept = passage(member);
        assertEquals(303, way.back(member, to).statusCode());
        assertTrue(passage(member).isEmpty(), "the browser keeps it no longer");
        refused(way.back(way.stranger(), to), "was not begun in this browser");
        var path = to.replace(academy.premises().url(), "");
        var replayed = academy.send(way.stranger().request(path).header("Cookie", kept));
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
        way.withPassword(mail);
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
            refused(way.through(way.stranger(), person(mail)), "could not be believed");
            SCHOOL.mend();
        }
        SCHOOL.idTokens().claim("nonce", null);
        refused(way.through(way.stranger(), person(mail)), "could not be believed");
        SCHOOL.mend();
        for (var signature : List.of(Signature.NONE, Signature.PUBLIC_KEY, Signature.STRANGER)) {
            SCHOOL.idTokens().signature(signature);
            refused(way.through(way.stranger(), person(mail)), "could not be believed");
        }
    }

    @Test
    void anAnswerOfAnotherProviderIsNotTakenForThisOnes() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        var member = way.stranger();
        var to = SCHOOL.agreed(begun(member), person(mail));
        var guilds = to.replaceAll("iss=[^&]*", "iss=" + GUILD.issuer());
        refused(way.back(member, guilds), "could not be believed");
        to = SCHOOL.agreed(begun(member), person(mail));
        refused(way.back(member, to.replaceAll("&iss=[^&]*", "")), "could not be believed");
        to = SCHOOL.agreed(begun(member), person(mail));
        refused(way.back(member, to.replace("back/school", "back/guild")), "was not begun");
        assertEquals(404, member.get("/sign-in/back/nobody?code=1&state=2").statusCode());
        assertFalse(member.isIn());
    }

    @Test
    void theAddressMayBeWhereTheAccessTokenLeadsIfItIsOfTheSameSubject() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        SCHOOL.idTokens().claim("email", null);
        SCHOOL.userinfo().claim("sub", "somebody else");
        refused(way.through(way.stranger(), person(mail)), "could not be believed");
        SCHOOL.userinfo().end();
        assertEquals(303, way.through(way.stranger(), person(mail)).statusCode());
    }

    @Test
    void whatTheProviderSaysNoToIsToldInASentence() throws Exception {
        var member = way.stranger();
        var state = begun(member).replaceAll(".*[?&](state=[^&]*).*", "$1");
        refused(member.get("/sign-in/back/school?error=access_denied&" + state), "did not agree");
        SCHOOL.answers("/token", 503, "{}");
        refused(way.through(way.stranger(), person(Member.mail())), "could not be believed");
    }

    @Test
    void fromAProviderNobodyIsLedToAnotherHost() throws Exception {
        var mail = Member.mail();
        way.withPassword(mail);
        var person = person(mail);
        for (var next :
                new String[] {"https://evil.example", "//evil.example", "/\\evil", "/a b"}) {
            var member = way.stranger();
            var to = begun(member, Map.of("provider", "school", "next", next));
            assertTrue(to.startsWith(SCHOOL.issuer() + "/"), to);
            assertEquals("/", location(way.back(member, SCHOOL.agreed(to, person))), next);
        }
    }
}
