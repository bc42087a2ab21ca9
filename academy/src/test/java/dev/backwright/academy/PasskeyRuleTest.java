package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Passkeys;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.platform.PasskeyDemand;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Where instructors and admins work by passkey alone: how they come by one, and that a password is no way around it.
final class PasskeyRuleTest {

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.demanding(
                        home, PasskeyDemand.LEADERS, new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void whoeverCameByAPasswordIsToldHowToGoOn() throws Exception {
        try (var admin = joined(Role.ADMIN)) {
            var page = admin.get("/people");
            assertEquals(403, page.statusCode());
            assertTrue(page.body().contains("sign in with a passkey"), page.body());
            assertTrue(page.body().contains("href=\"/me\">Your account"), page.body());
            var api = admin.get("/api/cohorts");
            assertEquals(403, api.statusCode());
            assertTrue(api.body().contains("works by passkey alone"), api.body());
            assertTrue(admin.get("/me").body().contains("Make one, then sign out"));
            var key = SoftKey.madeBy(admin);
            assertEquals(403, admin.get("/people").statusCode(), "they came by a password still");
            assertEquals(200, key.signIn(admin).statusCode());
            assertEquals(200, admin.get("/people").statusCode());
            admin.send("/me", "/me/sessions", Map.of());
            assertEquals(200, admin.get("/people").statusCode(), "the session that goes on");
        }
    }

    @Test
    void whatOthersHaveHandedInIsReadByPasskey() throws Exception {
        try (var learner = joined(Role.LEARNER);
                var admin = joined(Role.ADMIN)) {
            var lab = "/api/labs/javascript/closures/submissions";
            var taken = learner.call("POST", lab, "{\"files\":{\"a.js\":\"1\"}}");
            var id = JsonMapper.shared().readTree(taken.body()).path("id").asString("");
            assertEquals(200, learner.get("/submissions/" + id).statusCode());
            assertEquals(404, admin.get("/submissions/" + id).statusCode());
            assertEquals(200, SoftKey.madeBy(admin).signIn(admin).statusCode());
            assertEquals(200, admin.get("/submissions/" + id).statusCode());
        }
    }

    @Test
    void aPasswordIsNoWayAroundOnesPasskeys() throws Exception {
        try (var admin = joined(Role.ADMIN);
                var thief = stranger()) {
            var key = SoftKey.madeBy(admin);
            var account = admin.account();
            assertEquals(303, thief.signIn(account.mail(), Member.PASSWORD).statusCode());
            var made = new SoftKey().make(thief, Member.PASSWORD, draft -> {});
            assertEquals(422, made.statusCode());
            assertTrue(made.body().contains("by passkey alone"), made.body());
            assertEquals(422, remove(thief, account.person()));
            assertEquals(200, key.signIn(admin).statusCode());
            assertEquals(422, remove(admin, account.person()), "the last one");
            SoftKey.madeBy(admin);
            assertEquals(303, remove(admin, account.person()));
        }
    }

    @Test
    void whatWasAskedBeforeTheFirstWasMadeIsNoWayAroundIt() throws Exception {
        try (var admin = joined(Role.ADMIN)) {
            var first = SoftKey.askedToMake(admin, "").body();
            var second = SoftKey.askedToMake(admin, "").body();
            assertEquals(200, new SoftKey().answer(admin, first, draft -> {}).statusCode());
            var late = new SoftKey().answer(admin, second, draft -> {});
            assertEquals(422, late.statusCode());
            assertTrue(late.body().contains("by passkey alone"), late.body());
            var person = admin.account().person();
            assertEquals(1, academy.bean(Passkeys.class).of(person).size());
        }
    }

    private static int remove(Member member, UUID person) throws Exception {
        var id = academy.bean(Passkeys.class).of(person).getFirst().id();
        return member.send("/me", "/me/passkeys/" + id + "/remove", Map.of()).statusCode();
    }

    @Test
    void aTokenReachesAsFarAsTheSessionThatMadeIt() throws Exception {
        try (var leader = joined(Role.INSTRUCTOR)) {
            var key = SoftKey.madeBy(leader);
            assertEquals(403, makeToken(leader));
            assertEquals(200, key.signIn(leader).statusCode());
            assertEquals(200, makeToken(leader));
            var tokens = academy.bean(ApiTokens.class);
            for (boolean byPasskey : new boolean[] {true, false}) {
                var token = tokens.make(leader.account(), "t", Set.of(Scope.COHORTS), 7, byPasskey);
                try (var caller = Caller.with(academy, token)) {
                    assertEquals(byPasskey ? 200 : 403, caller.get("/api/cohorts").statusCode());
                    var graph =
                            caller.post("/graphql", "{\"query\":\"{ cohorts { id } }\"}").body();
                    assertEquals(!byPasskey, graph.contains("NO_PASSKEY"), graph);
                }
            }
        }
    }

    private static int makeToken(Member member) throws Exception {
        var fields = Map.of("name", "a", "scope", "cohorts", "days", "7");
        return member.send("/me/tokens", "/me/tokens", fields).statusCode();
    }

    @Test
    void learnersComeInAsTheyLike() throws Exception {
        try (var learner = joined(Role.LEARNER)) {
            SoftKey.madeBy(learner);
            assertEquals(303, remove(learner, learner.account().person()));
            assertEquals(
                    200,
                    learner.send(
                                    "/me/tokens",
                                    "/me/tokens",
                                    Map.of("name", "a", "scope", "read", "days", "7"))
                            .statusCode());
        }
    }

    private static Member joined(Role role) throws Exception {
        return stranger().joined(role);
    }

    private static Member stranger() {
        return Member.atLocalhost(academy);
    }
}
