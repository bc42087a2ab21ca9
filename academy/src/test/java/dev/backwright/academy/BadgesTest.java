package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.submissions.Reruns;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A step that was completed here is a badge, which anybody can check; who took it can take it back.
final class BadgesTest {

    private static final String STEP = "apis";

    @TempDir static Path home;

    private static OpenAcademy academy;
    private static volatile Outcome outcome = Outcome.PASSED;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> outcome));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    private static HttpResponse<String> take(Member member, String step) throws Exception {
        return member.send("/me", "/me/badges", Map.of("step", step));
    }

    /// @return the path of its page
    private static String taken(Member member) throws Exception {
        var answer = take(member, STEP);
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*(?=/badges)", "");
    }

    private static HttpResponse<String> check(Member by, String brought) throws Exception {
        return by.send("/badges/verify", "/badges/verify", Map.of("credential", brought));
    }

    private static void assertSaid(String what, HttpResponse<String> page) {
        assertTrue(page.body().contains("<b>" + what), page.body());
    }

    private static JsonNode json(Member by, String path) throws Exception {
        return JsonMapper.shared().readTree(by.get(path).body());
    }

    private static JsonNode part(String token, int which) {
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[which]));
    }

    /// Open Badges 3.0: B.1.1 to B.1.9 for the credential, 8.2.3 and 8.2.4 for the JWT around it.
    @Test
    void aBadgeIsACredentialThatAnybodyCanCheck() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var stranger = Member.stranger(academy)) {
            var account = member.account();
            var versions = CompletedStep.of(academy, account, STEP);
            var path = taken(member);
            var url = academy.premises().url();
            var says = json(stranger, path + "/credential.json");
            assertEquals(
                    "[\"https://www.w3.org/ns/credentials/v2\",\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]",
                    says.path("@context").toString());
            assertEquals(
                    "[\"VerifiableCredential\",\"OpenBadgeCredential\"]",
                    says.path("type").toString());
            assertEquals(url + path, says.path("id").asString());
            assertEquals("APIs", says.path("name").asString());
            assertTrue(
                    says.path("validFrom").asString().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z"));
            assertIssuer(says.path("issuer"), stranger);
            assertSubject(says.path("credentialSubject"), account.name(), stranger);
            assertEvidence(says.path("evidence"), versions);
            assertEquals(says.path("issuer").path("id"), says.path("iss"));
            assertEquals(says.path("id"), says.path("jti"));
            assertEquals(says.path("credentialSubject").path("id"), says.path("sub"));
            assertEquals(
                    Instant.parse(says.path("validFrom").asString()).getEpochSecond(),
                    says.path("nbf").asLong());
            assertFalse(says.toString().contains(account.mail()));
            assertFalse(says.toString().contains(account.person().toString()));
            var token = stranger.get(path + "/credential.jwt").body();
            assertEquals(says, part(token, 1));
            assertHeader(part(token, 0), stranger);
            assertTrue(new ForgedBadge(token).isSignedBy(part(token, 0).path("jwk")));
            assertSaid("Made by this academy, and unchanged.", check(stranger, token));
        }
    }

    private static void assertIssuer(JsonNode issuer, Member stranger) throws Exception {
        assertEquals("[\"Profile\"]", issuer.path("type").toString());
        assertEquals(academy.premises().url(), issuer.path("url").asString());
        assertTrue(issuer.path("name").asString().startsWith("Backwright at 127.0.0.1:"));
        assertIsFound(issuer, stranger);
    }

    /// What an address in it stands for is there, and is the same.
    private static void assertIsFound(JsonNode what, Member stranger) throws Exception {
        var found =
                json(stranger, what.path("id").asString().replace(academy.premises().url(), ""));
        what.properties()
                .forEach(it -> assertEquals(it.getValue(), found.path(it.getKey()), it.getKey()));
    }

    private static void assertSubject(JsonNode subject, String name, Member stranger)
            throws Exception {
        assertEquals("[\"AchievementSubject\"]", subject.path("type").toString());
        assertEquals(
                "[{\"type\":\"IdentityObject\",\"hashed\":false,\"identityHash\":\"%s\",\"identityType\":\"name\"}]"
                        .formatted(name),
                subject.path("identifier").toString());
        assertEquals(
                "3 labs passed, 2 of them without the solution seen before.",
                subject.path("narrative").asString());
        var achievement = subject.path("achievement");
        assertEquals("[\"Achievement\"]", achievement.path("type").toString());
        assertEquals("APIs", achievement.path("name").asString());
        assertTrue(achievement.path("description").asString().startsWith("Step 5 of"));
        assertTrue(
                achievement
                        .path("criteria")
                        .path("narrative")
                        .asString()
                        .endsWith(
                                "After it one can offer an API that others can rely on, and show which attacks it withstands."));
        assertIsFound(achievement, stranger);
    }

    private static void assertEvidence(JsonNode evidence, List<UUID> versions) {
        assertEquals(versions.size(), evidence.size());
        for (int i = 0; i < versions.size(); i++) {
            var one = evidence.path(i);
            assertEquals("[\"Evidence\"]", one.path("type").toString());
            assertTrue(one.path("id").asString().endsWith("/submissions/" + versions.get(i)));
            assertFalse(one.path("name").asString().isEmpty());
            var facts = one.path("narrative").asString();
            assertTrue(
                    facts.matches(
                            "- lab: apis/\\w+\n- version: 1\n- passed on: \\d{4}-\\d\\d-\\d\\d\n- solution seen before: %s\n- judge: test\n- SHA-256 of the lab: \\w{64}\n- SHA-256 of the files: \\w{64}\n- SHA-256 of the report: \\w{64}"
                                    .formatted(i == 0 ? "yes" : "no")),
                    facts);
        }
    }

    private static void assertHeader(JsonNode header, Member stranger) throws Exception {
        assertEquals("EdDSA", header.path("alg").asString());
        assertEquals("JWT", header.path("typ").asString());
        assertEquals(4, header.size(), "others are not allowed: " + header);
        var key = header.path("jwk");
        assertEquals("OKP Ed25519", key.path("kty").asString() + " " + key.path("crv").asString());
        assertTrue(key.path("d").isMissingNode());
        var address = header.path("kid").asString();
        assertEquals(key, json(stranger, address.replace(academy.premises().url(), "")));
        var set = stranger.get("/.well-known/jwks.json").body();
        assertTrue(set.contains(address) && !set.contains("\"d\""), set);
    }

    @Test
    void onlyWhatAJudgeOfThisAcademyFoundCounts() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            assertEquals(404, take(member, "none").statusCode());
            assertEquals(409, take(member, STEP).statusCode());
            var versions = CompletedStep.of(academy, member.account(), STEP);
            db().sql("update judging set lease = 0 where version = ?")
                    .param(versions.getFirst())
                    .update();
            var refused = take(member, STEP);
            assertEquals(409, refused.statusCode());
            assertTrue(refused.body().contains("Still to pass: "), refused.body());
            assertTrue(refused.body().contains("2 of 3 labs passed here"), refused.body());
            db().sql("update judging set lease = 1 where version = ?")
                    .param(versions.getFirst())
                    .update();
            var path = taken(member);
            assertEquals(path, taken(member), "there is one");
            assertTrue(member.get("/me").body().contains("href=\"" + path + "\""));
        }
    }

    @Test
    void whoTookItTakesItBackAndNobodyElse() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var other = Member.joined(academy, Role.ADMIN);
                var stranger = Member.stranger(academy)) {
            CompletedStep.of(academy, member.account(), STEP);
            var path = taken(member);
            var token = stranger.get(path + "/credential.jwt").body();
            var page = stranger.get(path);
            assertTrue(page.body().contains(member.account().name()), page.body());
            assertFalse(page.body().contains(member.account().mail()), page.body());
            assertFalse(page.body().contains("Take it back"));
            assertEquals("noindex, nofollow", page.headers().firstValue("X-Robots-Tag").orElse(""));
            var never = "/badges/" + UUID.randomUUID();
            assertEquals(
                    other.send("/me", "/me" + never + "/withdraw", Map.of()).body(),
                    other.send("/me", "/me" + path + "/withdraw", Map.of()).body());
            var link = check(stranger, academy.url(path));
            assertTrue(link.headers().firstValue("Location").orElse("").endsWith(path));
            assertEquals(
                    303, member.send("/me", "/me" + path + "/withdraw", Map.of()).statusCode());
            var gone = stranger.get(path);
            assertEquals(410, gone.statusCode());
            assertTrue(gone.body().contains("was withdrawn by its learner"), gone.body());
            assertFalse(gone.body().contains(member.account().name()));
            assertEquals(410, stranger.get(path + "/credential.jwt").statusCode());
            assertSaid("Withdrawn.", check(stranger, token));
            var next = taken(member);
            assertNotEquals(path, next);
            var latest = stranger.get(next + "/credential.json").body();
            assertTrue(latest.contains(next), latest);
            var copy = stranger.get(next + "/credential.jwt").body();
            member.send("/me", "/me/delete", Map.of("password", Member.PASSWORD));
            assertEquals(stranger.get(never).body(), stranger.get(next).body(), "nothing is left");
            assertEquals(404, stranger.get(path).statusCode());
            assertSaid("Made by this academy, which does not have it", check(stranger, copy));
        }
    }

    @Test
    void whoeverForgesOneIsToldApart() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var stranger = Member.stranger(academy)) {
            CompletedStep.of(academy, member.account(), STEP);
            var token = stranger.get(taken(member) + "/credential.jwt").body();
            var forged = new ForgedBadge(token);
            assertSaid("Not ours.", check(stranger, forged.unsigned()));
            assertSaid("Not ours.", check(stranger, forged.byThePublicKeyAsASecret()));
            assertSaid("Not ours.", check(stranger, forged.byAnotherKeyInItsHeader()));
            assertSaid("Changed.", check(stranger, forged.byAnotherKeyInOurName()));
            var other = check(stranger, forged.inAnotherName("<script>alert(1)</script>"));
            assertSaid("Changed.", other);
            assertTrue(other.body().contains("&lt;script&gt;alert(1)"), other.body());
            assertFalse(other.body().contains("<script>alert"), other.body());
            assertSaid("Changed.", check(stranger, forged.withAnotherSpelling()));
            for (var rubbish :
                    List.of("a.b.c", "..", "{}", "x".repeat(900_000), "e30.".repeat(40_000))) {
                assertSaid("Not ours.", check(stranger, rubbish));
            }
            assertEquals(4, check(stranger, "a".repeat(1 << 20)).statusCode() / 100);
            assertEquals(422, check(stranger, " ").statusCode());
            assertSaid("Made by this academy, and unchanged.", check(stranger, " " + token + "\n"));
        }
    }

    @Test
    void aRetiredKeyIsGoodForWhatItSignedBefore() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var stranger = Member.stranger(academy)) {
            CompletedStep.of(academy, member.account(), STEP);
            var path = taken(member);
            var token = stranger.get(path + "/credential.jwt").body();
            db().sql(
                            "update badge_key set retired_at = now() + interval '1 second', private_key = null where retired_at is null")
                    .update();
            assertSaid("Made by this academy, and unchanged.", check(stranger, token));
            member.send("/me", "/me" + path + "/withdraw", Map.of());
            var next = stranger.get(taken(member) + "/credential.jwt").body();
            assertNotEquals(part(token, 0).path("kid"), part(next, 0).path("kid"));
            assertTrue(
                    stranger.get("/.well-known/jwks.json")
                            .body()
                            .contains(part(token, 0).path("kid").asString()));
            db().sql(
                            "update badge_key set retired_at = now() - interval '1 day' where id = ?::uuid")
                    .param(part(next, 0).path("kid").asString().replaceFirst(".*/", ""))
                    .update();
            assertSaid("Not ours.", check(stranger, next));
        }
    }

    @Test
    void whatItRestsOnIsRunAgainByThoseWhoMayReadIt() throws Exception {
        var led = LedCohort.fresh(academy);
        try (var member = led.member("Ada Quist");
                var other = Member.joined(academy, Role.INSTRUCTOR)) {
            var versions = CompletedStep.of(academy, member.account(), STEP);
            var path = taken(member);
            assertIsTheReportOfItsDigest(member, path);
            assertFalse(other.get(path).body().contains("Run it again"));
            assertEquals(404, again(other, versions.getFirst(), path).statusCode());
            var asked = again(led.leader(), versions.getFirst(), path);
            assertEquals(303, asked.statusCode(), asked.body());
            awaitRun(versions.getFirst());
            assertTrue(led.leader().get(path).body().contains(">passed on "));
            var hasty = again(member, versions.getFirst(), path);
            assertEquals(409, hasty.statusCode());
            assertTrue(hasty.body().contains("less than 10 minutes ago"), hasty.body());
            outcome = Outcome.FAILED;
            assertEquals(303, again(member, versions.getLast(), path).statusCode());
            awaitRun(versions.getLast());
            assertTrue(member.get(path).body().contains(">failed on "));
            assertTrue(
                    member.get("/submissions/" + versions.getLast())
                            .body()
                            .contains("the pass stands"));
            assertIsTheReportOfItsDigest(member, path);
        } finally {
            outcome = Outcome.PASSED;
        }
    }

    private static HttpResponse<String> again(Member by, UUID version, String badge)
            throws Exception {
        return by.send(
                "/me",
                "/submissions/" + version + "/again",
                Map.of("badge", badge.replaceFirst(".*/", "")));
    }

    private static void awaitRun(UUID version) throws InterruptedException {
        for (int i = 0; i < 600 && academy.bean(Reruns.class).isUnderWay(version); i++) {
            Thread.sleep(20);
        }
    }

    /// Also after it was judged again.
    private static void assertIsTheReportOfItsDigest(Member reader, String path) throws Exception {
        for (var evidence : json(reader, path + "/credential.json").path("evidence")) {
            var digest = evidence.path("narrative").asString().replaceFirst("(?s).*: ", "");
            var address = evidence.path("id").asString().replace(academy.premises().url(), "");
            var report = reader.get(address + "/reports/" + digest).body();
            var found =
                    MessageDigest.getInstance("SHA-256")
                            .digest(report.getBytes(StandardCharsets.UTF_8));
            assertEquals(digest, HexFormat.of().formatHex(found));
            assertTrue(report.contains("\"verdict\": \"passed\""), report);
        }
    }
}
