package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.web.guard.Rights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Programs come in with tokens, as far as their scopes go, until they are taken back.
final class TokensTest {

    private static final String LAB = "/api/labs/javascript/closures/submissions";
    private static final String FILES = "{\"files\":{\"closures.js\":\"%s\"}}";

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.forMany(
                        home, new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void aTokenGoesAsFarAsItsScopesAndItsOwnersRole() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            try (var member = Member.joined(academy, role)) {
                for (Scope scope : Scope.values()) {
                    try (var caller = Caller.of(academy, member.account(), scope)) {
                        var cohort = Asked.cohort(academy, member.account());
                        wrong.addAll(tryAll(role, scope, caller));
                        wrong.addAll(tryFields(role, scope, caller, cohort));
                    }
                }
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static List<String> tryAll(Role role, Scope scope, Caller caller) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var right : Rights.ALL) {
            Role least = right.least();
            if (least == null) {
                continue;
            }
            boolean allowed = role.mayAct(least) && right.scopes().contains(scope);
            int status = caller.status(right.method(), RightsTest.path(right));
            if (allowed == (status == 401 || status == 403)) {
                wrong.add(
                        "%s with %s: %s %s: %d"
                                .formatted(role, scope, right.method(), right.path(), status));
            }
        }
        return wrong;
    }

    private static List<String> tryFields(Role role, Scope scope, Caller caller, UUID cohort)
            throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var right : Rights.FIELDS) {
            boolean allowed =
                    role.mayAct(Objects.requireNonNull(right.least()))
                            && right.scopes().contains(scope);
            var answer = caller.post("/graphql", Asked.field(right.path(), cohort));
            boolean refused =
                    answer.statusCode() == 403
                            || Asked.isRefused(answer, "NO_SCOPE")
                            || Asked.isRefused(answer, "NO_RIGHT");
            if (allowed == refused) {
                wrong.add("%s with %s: %s: %s".formatted(role, scope, right.path(), answer.body()));
            }
        }
        return wrong;
    }

    @Test
    void aTokenIsMadeOnItsPageShownOnceAndTakenBack() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var made =
                    member.send(
                            "/me/tokens",
                            "/me/tokens",
                            Map.of("name", "a laptop", "scope", "read", "days", "7"));
            var shown = Pattern.compile("id=\"made\"[^>]*value=\"([^\"]+)\"").matcher(made.body());
            assertTrue(shown.find(), made.body());
            var listed = member.get("/me/tokens").body();
            assertTrue(listed.contains("a laptop") && !listed.contains(shown.group(1)), listed);
            try (var caller = Caller.with(academy, shown.group(1))) {
                assertTrue(caller.get("/api/me").body().contains(member.account().mail()));
                var id = academy.bean(ApiTokens.class).of(member.account()).getFirst().id();
                try (var other = Member.joined(academy, Role.LEARNER)) {
                    assertEquals(404, revoke(other, id));
                }
                assertEquals(200, caller.get("/api/me").statusCode());
                assertEquals(303, revoke(member, id));
                var refused = caller.get("/api/me");
                assertEquals(401, refused.statusCode());
                assertTrue(refused.body().contains("was taken back"), refused.body());
                assertEquals(
                        "Bearer error=\"invalid_token\"",
                        refused.headers().firstValue("WWW-Authenticate").orElse(""));
            }
        }
    }

    private static int revoke(Member member, UUID id) throws Exception {
        return member.send("/me/tokens", "/me/tokens/" + id + "/revoke", Map.of()).statusCode();
    }

    @Test
    void oneWithoutNameScopeOrLengthIsRefusedInASentence() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var fields = Map.of("name", "a", "scope", "read", "days", "7");
            for (var odd :
                    List.of(
                            Map.of("name", " "),
                            Map.of("scope", ""),
                            Map.of("scope", "cohorts"),
                            Map.of("scope", "all"),
                            Map.of("days", "36500"))) {
                var sent = new HashMap<>(fields);
                sent.putAll(odd);
                var answer = member.send("/me/tokens", "/me/tokens", sent);
                assertEquals(422, answer.statusCode(), odd + answer.body());
                assertTrue(answer.body().contains("class=\"trouble\""), answer.body());
            }
            assertTrue(academy.bean(ApiTokens.class).of(member.account()).isEmpty());
        }
    }

    @Test
    void aNewPasswordAndASuspensionTakeTokensBack() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var admin = Member.joined(academy, Role.ADMIN);
                var caller = Caller.of(academy, member.account(), Scope.READ)) {
            var person = member.account().person();
            var mail = member.account().mail();
            var path = "/people/" + person + "/suspended";
            admin.send("/people", path, Map.of("suspended", "true"));
            assertEquals(401, caller.get("/api/me").statusCode());
            admin.send("/people", path, Map.of("suspended", "false"));
            assertEquals(200, caller.get("/api/me").statusCode());
            member.signIn(mail, Member.PASSWORD);
            var changed =
                    member.send(
                            "/me",
                            "/me/password",
                            Map.of(
                                    "present",
                                    Member.PASSWORD,
                                    "next",
                                    "quartz lemon saddle brook"));
            assertEquals(303, changed.statusCode(), changed.body());
            assertEquals(401, caller.get("/api/me").statusCode());
        }
    }

    @Test
    void whoeverForgesOneStaysOut() throws Exception {
        try (var member = Member.joined(academy, Role.ADMIN)) {
            var good =
                    academy.bean(ApiTokens.class)
                            .make(member.account(), "good", Set.of(Scope.READ), 7, false);
            var claims = SignedJWT.parse(good).getJWTClaimsSet();
            for (var forged :
                    List.of(
                            unsigned(good),
                            signed(claims, "0".repeat(32)),
                            good.substring(0, good.length() - 4) + "AAAA",
                            signed(new JWTClaimsSet.Builder().subject("x").build(), "1".repeat(32)),
                            "x",
                            "a.b.c")) {
                try (var caller = Caller.with(academy, forged)) {
                    assertEquals(401, caller.get("/api/me").statusCode(), forged);
                }
            }
            try (var caller = Caller.with(academy, good)) {
                assertEquals(200, caller.get("/api/me").statusCode());
            }
        }
    }

    @Test
    void aTokenIsGoodUntilItsDayAndNotLonger() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var token =
                    academy.bean(ApiTokens.class)
                            .make(member.account(), "old", Set.of(Scope.READ), 7, false);
            try (var caller = Caller.with(academy, token)) {
                assertEquals(200, caller.get("/api/me").statusCode());
                academy.bean(JdbcClient.class)
                        .sql(
                                "update api_token set expires_at = now() - interval '1 second' where person = ?")
                        .param(member.account().person())
                        .update();
                assertEquals(401, caller.get("/api/me").statusCode());
            }
        }
    }

    private static String unsigned(String token) {
        var head =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return head + "." + token.split("\\.", -1)[1] + ".";
    }

    private static String signed(JWTClaimsSet claims, String secret) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    /// The cookie of somebody else's session, brought along, lends no right.
    @Test
    void theTokenDecidesWhateverCookiesComeAlong() throws Exception {
        try (var admin = Member.joined(academy, Role.ADMIN)) {
            assertTrue(
                    admin.whole(admin.request("/people").header("Authorization", "Bearer x"))
                            .startsWith("401"));
            try (var learner = Member.joined(academy, Role.LEARNER)) {
                var token =
                        academy.bean(ApiTokens.class)
                                .make(learner.account(), "mine", Set.of(Scope.READ), 7, false);
                var bearer = "Bearer " + token;
                assertTrue(
                        admin.whole(admin.request("/people").header("Authorization", bearer))
                                .startsWith("403"));
                assertTrue(
                        admin.whole(admin.request("/api/me").header("Authorization", bearer))
                                .contains(learner.account().mail()));
            }
        }
    }

    @Test
    void theSameRequestMakesOneSubmission() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var caller = Caller.of(academy, member.account(), Scope.SUBMIT, Scope.READ)) {
            var first = caller.post(LAB, FILES.formatted("one"), "Idempotency-Key", "k1");
            assertEquals(202, first.statusCode(), first.body());
            assertEquals(
                    first.body(),
                    caller.post(LAB, FILES.formatted("one"), "Idempotency-Key", "k1").body());
            assertEquals(
                    422,
                    caller.post(LAB, FILES.formatted("two"), "Idempotency-Key", "k1").statusCode());
            assertEquals(
                    400,
                    caller.post(LAB, FILES.formatted("two"), "Idempotency-Key", "a b")
                            .statusCode());
            var second = caller.post(LAB, FILES.formatted("two"), "Idempotency-Key", "k2");
            var page = caller.get("/api/submissions?limit=1");
            assertTrue(page.body().contains(second.body().substring(7, 43)), page.body());
            var next = page.headers().firstValue("Link").orElseThrow();
            var path = next.substring(next.indexOf("/api"), next.indexOf('>'));
            var last = caller.get(path);
            assertTrue(last.body().contains(first.body().substring(7, 43)), last.body());
            assertTrue(last.headers().firstValue("Link").isEmpty());
        }
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var caller = Caller.of(academy, member.account(), Scope.READ)) {
            var first = caller.get("/api/labs");
            var tag = first.headers().firstValue("ETag").orElseThrow();
            var again = caller.send(caller.request("/api/labs").header("If-None-Match", tag));
            assertEquals(304, again.statusCode());
            assertTrue(again.body().isEmpty());
        }
    }
}
