package apis.jwt;

import static apis.jwt.Forgery.AUDIENCE;
import static apis.jwt.Forgery.ISSUER;
import static apis.jwt.Forgery.KID;
import static apis.jwt.Forgery.PREVIOUS_KID;
import static apis.jwt.Forgery.RETIRED_KID;
import static apis.jwt.User.ann;
import static apis.jwt.User.ben;
import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// Signs in and out as a browser would, and forges tokens as an attacker would.
class JwtChecks {

    private static final String REUSE = "refresh token reuse";

    @Check(
            id = "signs-in",
            title = "answers a sign-in with a signed access token that any process of it accepts")
    void signsIn(App app, Workspace workspace) {
        var desk = new Desk(app);
        for (User user : List.of(ann(), ben())) {
            var tokens = desk.signIn(user);
            tokens.reply().json("expiresIn").is(300);
            SignIn.isAccessToken(tokens.access(), user, Forgery.of(workspace).publicPem());
            desk.accepted(tokens.access(), user, "The access token of a sign-in");
        }
        for (var wrong :
                List.of(
                        json("name", "ann", "password", ben().password()),
                        json("name", "nobody", "password", ann().password()),
                        json("name", "ann"),
                        json())) {
            isRefused(app.post("/session", wrong), "A sign-in with " + wrong.value());
        }
        isRefused(app.send(Request.post("/session")), "A sign-in without a body");
        var other = new Desk(app.another());
        other.accepted(
                desk.signIn(ann()).access(), ann(), "An access token that another process issued");
    }

    @Check(
            id = "keys-go-by-their-id",
            title =
                    "verifies with the accepted key that the token's `kid` names, and with no other")
    void keysGoByTheirId(App app, Workspace workspace) {
        var desk = new Desk(app);
        var forgery = Forgery.of(workspace);
        var token = Forgery.token(ann());
        var previous = token.header("kid", PREVIOUS_KID);
        desk.accepted(forgery.signed(token), ann(), "A token by the current key");
        desk.accepted(previous.signed(Keys.previous()), ann(), "A token by the previous key");

        var bad = new LinkedHashMap<String, String>();
        var retired = token.header("kid", RETIRED_KID);
        bad.put("by a key that is no longer accepted", retired.signed(Keys.retired()));
        bad.put("by the retired key, as the current one's", token.signed(Keys.retired()));
        bad.put("by the previous key, as the current one's", token.signed(Keys.previous()));
        bad.put("by the current key, as the previous one's", forgery.signed(previous));
        bad.put("without `kid`", forgery.signed(token.header("kid", null)));
        for (String kid : List.of("2027-02", "", "__proto__", "constructor", "./" + KID, "keys")) {
            bad.put("with the `kid` `" + kid + "`", forgery.signed(token.header("kid", kid)));
        }
        for (String kid :
                List.of("../keys/" + RETIRED_KID, "./" + RETIRED_KID, RETIRED_KID + ".pem")) {
            var path = token.header("kid", kid);
            bad.put("with the `kid` `" + kid + "`", path.signed(Keys.retired()));
        }
        bad.put(
                "with the `kid` `../../../../dev/null` and an empty secret",
                token.header("kid", "../../../../dev/null")
                        .header("alg", "HS256")
                        .hmac(new byte[1]));
        bad.forEach((what, each) -> desk.refusedAccess(each, "A token " + what));
        desk.accepted(forgery.signed(token), ann(), "A token by the current key");
    }

    @Check(
            id = "forged-tokens-are-refused",
            title = "refuses whatever is not signed by RS256, and says `invalid_token`")
    void forgedTokensAreRefused(App app, Workspace workspace, Seed seed) {
        var desk = new Desk(app);
        var forgery = Forgery.of(workspace);
        User user = seed.pick(List.of(ann(), ben()));
        var token = Forgery.token(user);
        desk.accepted(forgery.signed(token), user, "A token that is as it should be");
        Tricks.of(forgery, token, desk.signIn(user.equals(ann()) ? ben() : ann()).access())
                .forEach((what, each) ->
                        desk.refusedAccess(each, "A token " + what)
                                .header("WWW-Authenticate")
                                .because(
                                        "A token "
                                                + what
                                                + " is refused with a challenge that says so")
                                .matches("^(?i:Bearer)\\b.*\\berror=\"?invalid_token\\b"));

        var challenge = app.get("/parcels").status(401).header("WWW-Authenticate");
        challenge
                .because("A request without a token is told what is needed")
                .matches("^(?i:Bearer)");
        challenge
                .because("A request without a token has no error, it is only told what is needed")
                .lacks("error");
        for (String scheme : List.of("Basic", "MyBearer", "")) {
            String sent = (scheme + " " + forgery.signed(token)).strip();
            var reply = app.send(Request.get("/parcels").header("Authorization", sent));
            expect(
                    reply.code() == 401,
                    "A token is sent as `Authorization: Bearer TOKEN`; with `%s` in place of `Bearer` expected status 401; seen %d"
                            .formatted(scheme, reply.code()));
        }
    }

    @Check(
            id = "tokens-for-others-are-refused",
            title = "refuses tokens of another issuer, audience or kind")
    void tokensForOthersAreRefused(App app, Workspace workspace) {
        var desk = new Desk(app);
        var forgery = Forgery.of(workspace);
        var token = Forgery.token(ben());
        var several = token.claim("aud", List.of("shop", AUDIENCE));
        desk.accepted(forgery.signed(token), ben(), "A token that is as it should be");
        desk.accepted(forgery.signed(several), ben(), "A token for `shop` and `parcels`");

        var bad = new LinkedHashMap<String, Jws>();
        for (String issuer :
                List.of("https://evil.example", ISSUER + ".evil.example", ISSUER + "/")) {
            bad.put("of the issuer `" + issuer + "`", token.claim("iss", issuer));
        }
        for (String audience : List.of("shop", "parcels-admin", "my-parcels")) {
            bad.put("for the audience `" + audience + "`", token.claim("aud", audience));
        }
        bad.put(
                "for the audiences `shop` and `parcels-admin`",
                token.claim("aud", List.of("shop", "parcels-admin")));
        bad.put("for no audience, an empty list", token.claim("aud", List.of()));
        for (String claim : List.of("iss", "aud", "sub")) {
            bad.put("without `" + claim + "`", token.claim(claim, null));
        }
        for (String type : List.of("JWT", "rt+jwt", "logout+jwt")) {
            bad.put("of the type `" + type + "`", token.header("typ", type));
        }
        bad.put("without `typ`", token.header("typ", null));
        bad.forEach((what, each) -> desk.refusedAccess(forgery.signed(each), "A token " + what));

        var own = desk.signIn(ben());
        desk.refusedAccess(own.refresh(), "A refresh token, sent as an access token,");
        desk.refused(own.access(), "An access token is sent as a refresh token");
    }

    @Check(
            id = "tokens-run-out",
            title =
                    "accepts access tokens for 300 seconds, refresh tokens for 14 days and sessions for 30")
    void tokensRunOut(App app, Workspace workspace) {
        var desk = new Desk(app);
        var forgery = Forgery.of(workspace);
        var token = Forgery.token(ann());
        long now = Instant.now().getEpochSecond();
        var running = forgery.signed(token.claim("nbf", now - 60));
        desk.accepted(running, ann(), "A token whose `nbf` was a minute ago");
        var bad = new LinkedHashMap<String, Jws>();
        bad.put("whose `exp` was an hour ago", token.claim("exp", now - 3_600));
        bad.put("whose `exp` was two minutes ago", token.claim("exp", now - 120));
        bad.put("without `exp`", token.claim("exp", null));
        bad.put("whose `nbf` is an hour ahead", token.claim("nbf", now + 3_600));
        bad.forEach((what, each) -> desk.refusedAccess(forgery.signed(each), "A token " + what));

        String issued = desk.signIn(ann()).access();
        desk.forward(Duration.ofSeconds(200));
        desk.accepted(issued, ann(), "An access token, 200 seconds old,");
        desk.forward(Duration.ofSeconds(200));
        desk.refusedAccess(issued, "An access token, 400 seconds old,");
        Ages.look(desk);
        app.log()
                .count(REUSE)
                .because("A token that has run out is no reuse, and no line says it was")
                .is(0);
    }

    @Check(
            id = "refresh-tokens-change",
            title = "answers each refresh with a new access token and a new refresh token")
    void refreshTokensChange(App app, Workspace workspace) {
        var desk = new Desk(app);
        var seen = new HashSet<String>();
        var phone = desk.signIn(ann());
        var laptop = desk.signIn(ann());
        var bens = desk.signIn(ben());
        String publicPem = Forgery.of(workspace).publicPem();
        for (var each : List.of(phone, laptop, bens)) {
            expect(seen.add(each.refresh()), "Two sign-ins were given the same refresh token.");
        }
        for (int i = 1; i <= 4; i++) {
            phone = desk.refreshed(phone.refresh(), "Refresh " + i + " of Ann's first session");
            bens = desk.refreshed(bens.refresh(), "Refresh " + i + " of Ben's session");
            for (var each : List.of(phone, bens)) {
                User user = each.equals(bens) ? ben() : ann();
                expect(
                        seen.add(each.refresh()),
                        "A refresh gives a new refresh token; this one was given before.");
                each.reply().json("expiresIn").is(300);
                SignIn.isAccessToken(each.access(), user, publicPem);
                desk.accepted(each.access(), user, "The access token of a refresh");
            }
        }
        desk.refreshed(laptop.refresh(), "The first refresh of Ann's second session");
        var none = app.send(Request.post("/session/refresh"));
        isRefused(none, "A refresh without a cookie");
        for (String unknown :
                List.of("", "unknown", "x" + phone.refresh(), "a.b.c", "constructor")) {
            isRefused(desk.refresh(unknown), "A refresh with an unknown token");
        }
        desk.refreshed(phone.refresh(), "A refresh after others were refused");
        app.log().count(REUSE).because("No spent token was sent, and no line says so").is(0);
    }

    @Check(
            id = "reuse-ends-the-session",
            title = "ends a session when one of its spent refresh tokens is sent again",
            needs = "refresh-tokens-change")
    void reuseEndsTheSession(App app) {
        var desk = new Desk(app);
        for (int age = 1; age <= 3; age++) {
            Reuse.ofATokenThatIs(age, desk);
        }
        Reuse.atTheSameTime(desk);
        for (User user : List.of(ann(), ben())) {
            app.log()
                    .line("(?=.*" + REUSE + ")(?=.*" + user.id() + ")")
                    .because("Reuse is printed, with the user's id")
                    .isPresent();
        }
    }

    @Check(
            id = "signs-out",
            title = "ends one session at a sign-out and has the browser remove the cookie")
    void signsOut(App app) {
        var desk = new Desk(app);
        var phone = desk.signIn(ann());
        var laptop = desk.signIn(ann());
        var bens = desk.signIn(ben());
        phone = desk.refreshed(phone.refresh(), "A session that goes on");
        var reply = desk.signOut(phone.refresh()).status(204);
        var cookie = reply.cookie("refresh");
        cookie.lifetime().because("A sign-out has the browser remove the cookie").is(0);
        if (phone.reply().cookie("refresh").path().raw() instanceof String path) {
            cookie.path()
                    .because("A browser removes the cookie of that name and that path only")
                    .is(path);
        }
        cookie.domain().because("The cookie was set without a domain").isAbsent();
        desk.refused(phone.refresh(), "The session was signed out");
        laptop = desk.refreshed(laptop.refresh(), "Another session of the same user goes on");
        bens = desk.refreshed(bens.refresh(), "Another user's session goes on");
        desk.signOut(phone.refresh()).status(204);
        desk.signOut("unknown").status(204);
        app.send(Request.of("DELETE", "/session")).status(204);
        desk.refreshed(laptop.refresh(), "Sign-outs of nothing end nothing");
        var again = desk.signIn(ann());
        desk.refreshed(again.refresh(), "A sign-in after a sign-out begins a new session");
        desk.refreshed(bens.refresh(), "Another user's session goes on");
    }

    @Check(
            id = "secrets-stay-secret",
            title =
                    "keeps refresh tokens in a guarded cookie, and all tokens out of log and caches")
    void secretsStaySecret(App app, Workspace workspace, Seed seed) {
        var desk = new Desk(app);
        String mistyped = "mistyped-" + seed.between(100_000, 999_999);
        var secrets = new ArrayList<>(List.of(ann().password(), mistyped));
        app.post("/session", json("name", "ann", "password", mistyped)).status(401);
        var refreshes = new LinkedHashSet<String>();
        for (int i = 0; i < 3; i++) {
            var first = desk.signIn(ann());
            var second = desk.refreshed(first.refresh(), "A refresh");
            for (var each : List.of(first, second)) {
                Guarded.isGuarded(each);
                refreshes.add(each.refresh());
                secrets.addAll(List.of(each.access(), each.refresh()));
            }
        }
        Guarded.cannotBeGuessed(List.copyOf(refreshes));
        String stale =
                Forgery.of(workspace)
                        .signed(
                                Forgery.token(ann())
                                        .claim("exp", Instant.now().getEpochSecond() - 600));
        secrets.add(stale);
        desk.parcels(stale);
        desk.parcels(refreshes.getLast());
        desk.refresh(refreshes.getFirst());
        desk.signOut(refreshes.getLast());
        app.log().count(REUSE); // waits for the rest
        secrets.forEach(app.log()::neverSaid);
    }

    private static void isRefused(Reply reply, String what) {
        expect(
                reply.code() == 401,
                "%s is refused: expected status 401; seen %d".formatted(what, reply.code()));
        boolean kept =
                reply.cookie("refresh").value().raw() instanceof String value
                        && !value.isEmpty()
                        && !Long.valueOf(0).equals(reply.cookie("refresh").lifetime().raw());
        expect(!kept, what + " is refused and given no refresh token; the reply sets a cookie.");
        boolean told = reply.body().raw() instanceof String body && body.contains("accessToken");
        expect(!told, what + " is refused and given no access token; there is one in the body.");
    }
}
