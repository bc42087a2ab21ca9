package apis.oauth;

import static apis.oauth.SignIn.ANN;
import static apis.oauth.SignIn.BEN;
import static apis.oauth.SignIn.MALLORY;
import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.Signature;
import dev.backwright.checks.Request;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Plays browsers at the server and at the provider, and counts what the server asks the provider.
class OauthChecks {

    private static final String REGISTERED = "http://localhost/callback";

    @Check(
            id = "asks-for-a-code",
            title = "sends the browser to the provider with a request for a code")
    void asksForACode(App app, Provider provider) {
        var asked = provider.authorization(app.get("/login"));
        asked.parameter("response_type").is("code");
        asked.parameter("code_challenge").isPresent();
        asked.parameter("code_challenge_method").is("S256");
        asked.parameter("redirect_uri").is(REGISTERED);
        var scopes = Arrays.asList(asked.parameter("scope").text().split(" "));
        expect(
                scopes.containsAll(List.of("openid", "email")),
                "The authorization request: expected a scope with openid and email; seen "
                        + scopes);
        asked.consent(ANN);
        var elsewhere =
                Request.get("/login")
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example");
        provider.authorization(app.send(elsewhere))
                .parameter("redirect_uri")
                .because("Whatever host a request names, people come back to OIDC_REDIRECT_URI")
                .is(REGISTERED);
    }

    @Check(
            id = "asks-anew-each-time",
            title =
                    "makes state, nonce and verifier anew for each sign-in, so that nobody guesses them",
            needs = "asks-for-a-code")
    void asksAnewEachTime(App app, Provider provider) {
        var seen = new HashSet<String>();
        var ann = app.visitor();
        for (int i = 0; i < 4; i++) {
            var asked = provider.authorization(ann.get("/login"));
            for (var name : List.of("state", "nonce", "code_challenge")) {
                String value = asked.parameter(name).isPresent().text();
                expect(
                        value.length() >= 22,
                        "The authorization request: %s has to have at least 22 characters, so that nobody guesses it; seen %s"
                                .formatted(name, value));
                expect(
                        seen.add(value),
                        "The authorization request: %s is new for each sign-in; seen twice: %s"
                                .formatted(name, value));
            }
        }
    }

    @Check(id = "signs-people-in", title = "signs in whoever the provider says it is")
    void signsPeopleIn(App app, Provider provider) {
        var ann = app.visitor();
        var ben = app.visitor();
        SignIn.isOut(ann, "Nobody has signed in yet");
        SignIn.of(provider, ann, ANN);
        String annsId = SignIn.isIn(ann, "ann@mail.example");
        SignIn.isOut(ben, "Somebody else has signed in, in another browser");
        SignIn.of(provider, ben, BEN);
        String bensId = SignIn.isIn(ben, "ben@mail.example");
        expect(
                !annsId.equals(bensId),
                "Ann and Ben have accounts of their own; seen the id %s for both"
                        .formatted(annsId));
        SignIn.isIn(ann, "ann@mail.example");
        var again = app.visitor();
        SignIn.of(provider, again, ANN);
        again.get("/me")
                .status(200)
                .json("id")
                .because("Ann signs in from another browser and finds her account")
                .is(annsId);
    }

    @Check(
            id = "finishes-what-this-browser-began",
            title = "finishes no sign-in but one that this browser has begun",
            needs = "signs-people-in")
    void finishesWhatThisBrowserBegan(App app, Provider provider) {
        for (var forged : SignIn.forgedAnswers()) {
            var ann = app.visitor();
            var back = provider.authorization(ann.get("/login")).consent(ANN);
            SignIn.refused(ann, forged.change().apply(back), forged.what());
        }
        var theirs = provider.authorization(app.visitor().get("/login")).consent(MALLORY);
        SignIn.refused(app.visitor(), theirs, "An answer comes to a browser that began nothing");
        var begun = app.visitor();
        provider.authorization(begun.get("/login"));
        SignIn.refused(begun, theirs, "An answer to the sign-in of one browser comes to another");
        SignIn.redeemed(provider, "None of these codes is sent to the token endpoint", 0);
    }

    @Check(
            id = "uses-an-answer-once",
            title = "takes each answer once, whatever came of it the first time",
            needs = "signs-people-in")
    void usesAnAnswerOnce(App app, Provider provider) {
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        SignIn.done(ann.get(back.target()));
        SignIn.again(ann, back, "An answer that has signed Ann in comes again");
        SignIn.redeemed(provider, "Its code was sent to the token endpoint the first time only", 1);

        var ben = app.visitor();
        back = provider.authorization(ben.get("/login")).consent(BEN);
        provider.idTokens().claim("nonce", "n".repeat(43));
        SignIn.refused(ben, back, "The ID token has the nonce of another sign-in");
        provider.mend();
        SignIn.again(ben, back, "An answer whose ID token was no good comes again");
        SignIn.redeemed(provider, "Its code was sent to the token endpoint the first time only", 2);

        var cat = app.visitor();
        var no = provider.authorization(cat.get("/login")).deny("access_denied");
        SignIn.denied(cat, no);
        SignIn.again(cat, no, "An answer with error=access_denied comes again");
    }

    @Check(
            id = "wants-proof-of-an-error",
            title = "believes an error that comes back only with the same proof",
            needs = "finishes-what-this-browser-began")
    void wantsProofOfAnError(App app, Provider provider) {
        var cat = app.visitor();
        SignIn.denied(cat, provider.authorization(cat.get("/login")).deny("access_denied"));
        for (var forged : SignIn.forgedAnswers()) {
            var ann = app.visitor();
            var no = provider.authorization(ann.get("/login")).deny("access_denied");
            String what = forged.what() + ", with error=access_denied";
            SignIn.refused(ann, forged.change().apply(no), what);
        }
        var theirs = provider.authorization(app.visitor().get("/login")).deny("access_denied");
        var ann = app.visitor();
        provider.authorization(ann.get("/login"));
        SignIn.refused(ann, theirs, "The error for one browser comes to another");
        SignIn.redeemed(provider, "An answer with an error has nothing for the token endpoint", 0);
    }

    @Check(
            id = "believes-no-forged-token",
            title = "believes an ID token only with the signature of the provider",
            needs = "signs-people-in")
    void believesNoForgedToken(App app, Provider provider) {
        for (var how : List.of(Signature.STRANGER, Signature.NONE, Signature.PUBLIC_KEY)) {
            provider.idTokens().signed(how);
            notBelieved(app, provider, SignIn.signed(how));
            provider.mend();
        }
        SignIn.of(provider, app.visitor(), ANN);
    }

    @Check(
            id = "takes-tokens-for-this-sign-in-only",
            title =
                    "takes an ID token only if it is from this provider, for this client and sign-in",
            needs = "signs-people-in")
    void takesTokensForThisSignInOnly(App app, Provider provider) {
        for (var forgery : SignIn.forgeries()) {
            forgery.change().accept(provider.idTokens());
            notBelieved(app, provider, forgery.what());
            provider.mend();
        }
        provider.answers(
                "/token",
                200,
                "application/json",
                "{\"access_token\": \"a\", \"token_type\": \"Bearer\"}");
        notBelieved(app, provider, "The token endpoint answers without an ID token");
        provider.answers("/token", 401, "application/json", "{\"error\": \"invalid_client\"}");
        notBelieved(app, provider, "The token endpoint answers with 401");
        provider.answers("/token", 429, "text/plain", "not so many");
        notBelieved(app, provider, "The token endpoint answers with 429, as text");
        provider.mend();
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        SignIn.refused(ann, back.with("code", "made-up"), "The provider refuses the code");
        SignIn.of(provider, app.visitor(), ANN);
    }

    private static void notBelieved(App app, Provider provider, String what) {
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        SignIn.refused(ann, back, what);
    }

    @Check(
            id = "keeps-secrets",
            title = "tells neither browsers nor its output what is between it and the provider",
            needs = "signs-people-in")
    void keepsSecrets(App app, Provider provider) {
        var leaks = new Leaks(app, provider);
        var ann = app.visitor();
        var back = leaks.begun(ann);
        leaks.told(ann.get(back.target()));
        leaks.told(ann.get("/me"));
        leaks.told(ann.get(back.target()));
        provider.idTokens().claim("nonce", "another");
        leaks.told(app.visitor(), Person.of("2002").email("cat@mail.example", true));
        provider.mend();
        var ben = app.visitor();
        leaks.told(ben.get(leaks.begun(ben).with("state", "x".repeat(43)).target()));
        provider.answers("/token", 500, "text/plain", "oh");
        leaks.told(app.visitor(), ANN);
        provider.mend();
        leaks.logged();
    }
}
