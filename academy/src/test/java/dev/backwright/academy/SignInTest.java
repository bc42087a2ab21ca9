package dev.backwright.academy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/// An academy for many: in and out, what a session is, and what a change has to bring along.
final class SignInTest {

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
        var door = stranger().get("/enter?key=" + academy.premises().solo().key().text());
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

    /// As the academy's database has it.
    private static String sessionId(Member member) {
        var cookie = session(member);
        var value = cookie.substring(cookie.indexOf('=') + 1).replace("\"", "");
        return new String(Base64.getDecoder().decode(value), UTF_8);
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
        age(academy, member, Duration.ofDays(6));
        assertTrue(member.isIn());
        age(academy, member, Duration.ofDays(2));
        assertFalse(member.isIn());
    }

    @Test
    void signingOutEverywhereElseDoesNotBeginTheWeekAnew() throws Exception {
        var member = Member.joined(academy, Role.LEARNER);
        age(academy, member, Duration.ofDays(6));
        assertEquals(303, member.send("/me", "/me/sessions", Map.of()).statusCode());
        assertTrue(member.isIn());
        age(academy, member, Duration.ofDays(2));
        assertFalse(member.isIn());
    }

    @Test
    void theBrowsersSomebodyIsInWithAreToldAndEachIsSignedOutByItself() throws Exception {
        var mail = Member.mail();
        var here = stranger();
        here.join(here.invited(Role.LEARNER), "Ada", mail);
        var elsewhere = stranger();
        elsewhere.signIn(mail, Member.PASSWORD);
        var third = stranger();
        third.signIn(mail, Member.PASSWORD);
        var page = here.get("/me").body();
        var ends = ends(page);
        assertEquals(2, ends.size(), "none for the browser that asks");
        assertEquals(1, page.split("A browser</b>, here", -1).length - 1, page);
        assertFalse(page.contains(sessionId(elsewhere)), "what a browser comes in with");
        var stranger = Member.joined(academy, Role.ADMIN);
        assertEquals(404, stranger.send("/me", ends.getFirst(), Map.of()).statusCode());
        assertEquals(303, here.send("/me", ends.getFirst(), Map.of()).statusCode());
        assertEquals(404, here.send("/me", ends.getFirst(), Map.of()).statusCode());
        assertEquals(List.of(ends.getLast()), ends(here.get("/me").body()));
        assertNotEquals(elsewhere.isIn(), third.isIn());
        assertTrue(here.isIn());
    }

    /// Where the forms of this page lead that end a session.
    private static List<String> ends(String page) {
        return Pattern.compile("action=\"(/me/sessions/[^\"]+/end)\"")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    @Test
    void aSessionThatIsTooOldIsNotTold() throws Exception {
        var mail = Member.mail();
        var here = stranger();
        here.join(here.invited(Role.LEARNER), "Ada", mail);
        age(academy, here, Duration.ofDays(8));
        var elsewhere = stranger();
        elsewhere.signIn(mail, Member.PASSWORD);
        assertEquals(List.of(), ends(elsewhere.get("/me").body()));
    }

    /// As if this member had come in so much earlier.
    static void age(OpenAcademy academy, Member member, Duration by) throws Exception {
        FindByIndexNameSessionRepository<?> sessions =
                academy.bean(FindByIndexNameSessionRepository.class);
        age(sessions, member.account().person().toString(), by);
    }

    private static <S extends Session> void age(
            FindByIndexNameSessionRepository<S> sessions, String person, Duration by) {
        for (S session : sessions.findByPrincipalName(person).values()) {
            var since = Instant.parse(session.<String>getRequiredAttribute("since"));
            session.setAttribute("since", since.minus(by).toString());
            sessions.save(session);
        }
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

    private static Member stranger() {
        return Member.stranger(academy);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
