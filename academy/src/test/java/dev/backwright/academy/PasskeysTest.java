package dev.backwright.academy;

import static dev.backwright.academy.SoftKey.PRESENT;
import static dev.backwright.academy.SoftKey.VERIFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.SoftKey.Draft;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Passkeys;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.accounts.SignIn;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Passkeys by an authenticator in software: what lets their owner in, and what lets nobody in.
final class PasskeysTest {

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
    void whoMadeOneComesInByItUntilItIsRemoved() throws Exception {
        try (var here = joined();
                var there = stranger()) {
            var key = SoftKey.madeBy(here);
            var person = here.account().person();
            assertTrue(here.get("/me").body().contains("a key in software"));
            var in = key.signIn(there);
            assertEquals("{\"next\":\"/me\"}", in.body());
            assertEquals(person, there.account().person());
            assertEquals(303, remove(here, id(person)).statusCode());
            assertFalse(there.isIn(), "whoever came by it is out");
            assertTrue(here.isIn(), "whoever came by a password is not");
            assertEquals(422, key.signIn(there).statusCode());
            var log = academy.bean(AuditLog.class).latest().toString();
            assertTrue(log.contains("action=made, subject=a passkey"), log);
            assertTrue(log.contains("action=removed, subject=a passkey"), log);
        }
    }

    @Test
    void oneThatIsRemovedBeforeItsAnswerComesStaysRemoved() throws Exception {
        try (var here = joined();
                var there = stranger()) {
            var key = SoftKey.madeBy(here);
            var person = here.account().person();
            var answer = used(key, there);
            assertEquals(303, remove(here, id(person)).statusCode());
            assertEquals(422, sent(there, answer).statusCode());
            assertFalse(there.isIn());
            assertTrue(academy.bean(Passkeys.class).of(person).isEmpty());
        }
    }

    @Test
    void tokensThatWereMadeByPasskeyGoWithIt() throws Exception {
        try (var member = joined()) {
            SoftKey.madeBy(member);
            var own = member.account();
            var token = academy.bean(ApiTokens.class).make(own, "t", Set.of(Scope.READ), 7, true);
            try (var byPasskey = Caller.with(academy, token);
                    var byPassword = Caller.of(academy, own, Scope.READ)) {
                assertEquals(200, byPasskey.get("/api/me").statusCode());
                assertEquals(303, remove(member, id(own.person())).statusCode());
                assertEquals(401, byPasskey.get("/api/me").statusCode());
                assertEquals(200, byPassword.get("/api/me").statusCode());
            }
        }
    }

    @Test
    void whatWasNotAskedForOrNotSignedIsRefusedAlike() throws Exception {
        try (var owner = joined();
                var other = joined();
                var thief = stranger()) {
            var key = SoftKey.madeBy(owner);
            var others = SoftKey.madeBy(other);
            var refused = new LinkedHashMap<String, HttpResponse<String>>();
            lies("webauthn.create")
                    .forEach((lie, change) -> refused.put(lie, answer(key, thief, change)));
            forgeries(key, others)
                    .forEach((lie, forge) -> {
                        var answer = used(key, thief);
                        forge.accept(answer);
                        refused.put(lie, sent(thief, answer));
                    });
            refused.put("replayed", replayed(key, thief));
            refused.put("asked of another browser", sent(thief, used(key, owner)));
            refused.put("too late", tooLate(key, thief));
            refused.put("unknown", answer(new SoftKey(), thief, draft -> {}));
            refused.put("empty", sent(thief, Map.of()));
            var first = refused.values().iterator().next();
            assertTrue(first.body().contains("No account here is opened by this passkey"));
            refused.forEach((lie, answer) -> {
                assertEquals(422, answer.statusCode(), lie);
                assertEquals(bare(first), bare(answer), lie);
            });
            assertFalse(thief.isIn());
            assertEquals(200, key.signIn(thief).statusCode(), "the same without a lie");
        }
    }

    private static Map<String, Consumer<Draft>> lies(String otherType) {
        var lies = new LinkedHashMap<String, Consumer<Draft>>();
        lies.put("another origin", it -> it.origin = "https://evil.example");
        lies.put("another port", it -> it.origin = "http://localhost:1");
        lies.put("by number", it -> it.origin = academy.premises().solo().url());
        lies.put(
                "another challenge",
                it ->
                        it.challenge =
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(SoftKey.random(32)));
        lies.put("no challenge", it -> it.challenge = "");
        lies.put("another party", it -> it.party = "evil.example");
        lies.put("another type", it -> it.type = otherType);
        lies.put("nobody verified", it -> it.flags = PRESENT);
        lies.put("nobody present", it -> it.flags = VERIFIED);
        return lies;
    }

    private static Map<String, Consumer<Map<String, String>>> forgeries(
            SoftKey key, SoftKey others) {
        var forgeries = new LinkedHashMap<String, Consumer<Map<String, String>>>();
        forgeries.put("signature", it -> it.compute("signature", (name, was) -> spoiled(was)));
        forgeries.put(
                "what was signed",
                it -> it.compute("authenticatorData", (name, was) -> counted(was)));
        forgeries.put("another's credential", it -> it.put("id", others.id()));
        forgeries.put(
                "another's handle",
                it -> it.put("userHandle", others.use("", "", draft -> {}).get("userHandle")));
        forgeries.put("no handle", it -> it.remove("userHandle"));
        forgeries.put("no base64", it -> it.put("clientDataJSON", "%%%"));
        forgeries.put("no signature", it -> it.put("signature", ""));
        forgeries.put("nothing signed", it -> it.put("authenticatorData", ""));
        forgeries.put("no JSON", it -> it.put("clientDataJSON", key.id()));
        return forgeries;
    }

    /// A bit of its end is another.
    private static String spoiled(String base64) {
        var bytes = Base64.getUrlDecoder().decode(base64);
        bytes[bytes.length - 1] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The count is higher than the one that was signed.
    private static String counted(String base64) {
        var bytes = Base64.getUrlDecoder().decode(base64);
        bytes[33] = 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static HttpResponse<String> replayed(SoftKey key, Member thief) throws Exception {
        var answer = used(key, thief);
        assertEquals(200, SoftKey.send(thief, answer).statusCode());
        thief.send("/me", "/sign-out", Map.of());
        return SoftKey.send(thief, answer);
    }

    private static HttpResponse<String> tooLate(SoftKey key, Member thief) throws Exception {
        var answer = used(key, thief);
        db().sql("update passkey_challenge set made_at = made_at - interval '6 minutes'").update();
        return SoftKey.send(thief, answer);
    }

    private static HttpResponse<String> answer(SoftKey key, Member member, Consumer<Draft> change) {
        return quietly(() -> key.signIn(member, change));
    }

    private static Map<String, String> used(SoftKey key, Member member) {
        return quietly(() -> key.use(SoftKey.challenge(member), member.origin(), draft -> {}));
    }

    private static HttpResponse<String> sent(Member member, Map<String, String> answer) {
        return quietly(() -> SoftKey.send(member, answer));
    }

    private static <T> T quietly(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String bare(HttpResponse<String> answer) {
        return answer.body().replaceAll("urn:uuid:[0-9a-f-]{36}", "");
    }

    @Test
    void aCountThatGoesBackIsRefusedAndWrittenDown() throws Exception {
        try (var member = joined()) {
            var key = SoftKey.madeBy(member);
            var name = member.account().name();
            assertEquals(200, key.signIn(member, it -> it.count = 40).statusCode());
            assertEquals(422, key.signIn(member, it -> it.count = 40).statusCode());
            assertEquals(422, key.signIn(member, it -> it.count = 39).statusCode());
            assertEquals(200, key.signIn(member, it -> it.count = 41).statusCode());
            var log = academy.bean(AuditLog.class).latest().toString();
            assertTrue(log.contains("its count went back, a passkey of, subject=" + name), log);
        }
    }

    @Test
    void whatIsMadeIsWhatWasAskedFor() throws Exception {
        try (var member = joined()) {
            var lies = lies("webauthn.get");
            lies.forEach((lie, change) -> {
                var answer = quietly(() -> new SoftKey().make(member, "", change));
                assertEquals(422, answer.statusCode(), lie);
                assertTrue(answer.body().contains("was not taken"), answer.body());
            });
            assertTrue(academy.bean(Passkeys.class).of(member.account().person()).isEmpty());
            var key = SoftKey.madeBy(member);
            assertEquals(422, key.make(member, "", draft -> {}).statusCode(), "a second time");
        }
    }

    @Test
    void whoeverFoundAnOpenBrowserMakesNone() throws Exception {
        try (var member = joined()) {
            SignInTest.age(academy, member, Duration.ofSeconds(601));
            assertEquals(422, new SoftKey().make(member, "", draft -> {}).statusCode());
            assertEquals(422, new SoftKey().make(member, "a guess", draft -> {}).statusCode());
            assertEquals(
                    200, new SoftKey().make(member, Member.PASSWORD, draft -> {}).statusCode());
            member.send("/me", "/me/sessions", Map.of());
            assertEquals(
                    422,
                    new SoftKey().make(member, "", draft -> {}).statusCode(),
                    "a session that goes on is no new one");
            forgetPassword(member);
            var answer = new SoftKey().make(member, "", draft -> {});
            assertTrue(answer.body().contains("sign out, sign in again"), answer.body());
        }
    }

    @Test
    void theLastWayInStays() throws Exception {
        try (var member = joined()) {
            SoftKey.madeBy(member);
            var person = member.account().person();
            forgetPassword(member);
            var refused = remove(member, id(person));
            assertEquals(422, refused.statusCode());
            assertTrue(refused.body().contains("your only way"), refused.body());
            SoftKey.madeBy(member);
            assertEquals(303, remove(member, id(person)).statusCode());
            assertEquals(1, academy.bean(Passkeys.class).of(person).size());
        }
    }

    private static void forgetPassword(Member member) throws Exception {
        db().sql("update account set password = null where person = ?")
                .param(member.account().person())
                .update();
    }

    @Test
    void anothersIsNotThere() throws Exception {
        try (var owner = joined();
                var other = joined()) {
            SoftKey.madeBy(owner);
            var id = id(owner.account().person());
            var foreign = remove(other, id);
            var none = remove(other, UUID.randomUUID());
            assertEquals(404, foreign.statusCode());
            assertEquals(
                    none.body().replaceAll("content=\"[^\"]*\"", ""),
                    foreign.body().replaceAll("content=\"[^\"]*\"", ""));
            assertEquals(1, academy.bean(Passkeys.class).of(owner.account().person()).size());
        }
    }

    @Test
    void whoeverIsSuspendedIsOut() throws Exception {
        try (var member = joined()) {
            var key = SoftKey.madeBy(member);
            db().sql("update account set suspended = true where person = ?")
                    .param(member.account().person())
                    .update();
            var answer = key.signIn(member);
            assertEquals(422, answer.statusCode());
            assertTrue(answer.body().contains("This account is suspended."), answer.body());
            assertFalse(member.isIn());
        }
    }

    @Test
    void aNewPasswordByALinkLeavesPasskeysAndSaysSo() throws Exception {
        try (var member = joined();
                var admin = Member.joined(academy, Role.ADMIN)) {
            var key = SoftKey.madeBy(member);
            var person = member.account().person();
            var made = admin.send("/people", "/people/" + person + "/recovery", Map.of());
            var token = made.body().replaceFirst("(?s).*/join\\?token=([^\"]+).*", "$1");
            var page = "/join?token=" + token;
            assertTrue(member.get(page).body().contains("Passkeys of this account stay"));
            member.send(
                    page, "/join", Map.of("token", token, "password", "copper violin meadow dusk"));
            assertEquals(200, key.signIn(member).statusCode());
        }
    }

    @Test
    void triesFromAPlaceAreCounted() {
        var door = academy.bean(SignIn.class);
        for (int i = 0; i < 300; i++) {
            assertInstanceOf(SignIn.Result.Wrong.class, door.attempt(null, "192.0.2.7"));
        }
        assertInstanceOf(SignIn.Result.TooMany.class, door.attempt(null, "192.0.2.7"));
    }

    @Test
    void atANumberTheyAreNotOffered() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var nobody = Member.stranger(academy);
                var named = joined()) {
            var says = "Passkeys want a name: open this page at " + named.origin() + ".";
            for (var page :
                    new String[] {member.get("/me").body(), nobody.get("/sign-in").body()}) {
                assertTrue(page.contains(says), page);
                assertFalse(page.contains("data-passkey"), page);
            }
            assertTrue(named.get("/me").body().contains("data-passkey-make"));
            var refused = member.call("POST", "/api/sign-in/passkey/challenge", "");
            assertEquals(422, refused.statusCode());
            assertTrue(refused.body().contains(says), refused.body());
        }
    }

    private static Member joined() throws Exception {
        return stranger().joined(Role.LEARNER);
    }

    private static Member stranger() {
        return Member.atLocalhost(academy);
    }

    private static UUID id(UUID person) {
        return academy.bean(Passkeys.class).of(person).getFirst().id();
    }

    private static HttpResponse<String> remove(Member member, UUID id) throws Exception {
        return member.send("/me", "/me/passkeys/" + id + "/remove", Map.of());
    }

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }
}
