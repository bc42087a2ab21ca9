package apis.oauth;

import static apis.oauth.SignIn.ANN;
import static apis.oauth.SignIn.BEN;
import static apis.oauth.SignIn.isIn;
import static apis.oauth.SignIn.isOut;
import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.Signature;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Visitor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Plays browsers at the server and at the provider, and counts what the server asks the provider.
class OauthChecks {

    private static final String REGISTERED = "http://localhost/callback";
    private static final String TOKEN = "^post /token";

    @Check(
            id = "asks-for-a-code",
            title = "sends the browser to the provider with a request that no other is like")
    void asksForACode(App app, Provider provider) {
        var seen = new HashSet<String>();
        for (int i = 0; i < 4; i++) {
            var asked = provider.authorization(app.get("/login"));
            asked.parameter("response_type").is("code");
            asked.parameter("code_challenge_method").is("S256");
            asked.parameter("redirect_uri").is(REGISTERED);
            var scopes = Arrays.asList(asked.parameter("scope").text().split(" "));
            expect(
                    scopes.containsAll(List.of("openid", "email")),
                    "The authorization request: expected a scope with openid and email; seen "
                            + scopes);
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
            asked.consent(ANN);
        }
        var elsewhere =
                Request.get("/login")
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example");
        provider.authorization(app.send(elsewhere))
                .parameter("redirect_uri")
                .because("Whatever host a request names, people come back to OIDC_REDIRECT_URI")
                .is(REGISTERED);
    }

    @Check(id = "signs-people-in", title = "signs in whoever the provider says it is")
    void signsPeopleIn(App app, Provider provider) {
        var ann = app.visitor();
        var ben = app.visitor();
        isOut(ann, "Nobody has signed in yet");
        SignIn.of(provider, ann, ANN);
        isIn(ann, "a1", "ann@mail.example");
        isOut(ben, "Somebody else has signed in, in another browser");
        SignIn.of(provider, ben, BEN);
        isIn(ben, "a2", "ben@mail.example");
        isIn(ann, "a1", "ann@mail.example");
    }

    @Check(
            id = "finishes-what-this-browser-began",
            title = "finishes only the sign-in that this browser has begun, and that once",
            needs = "signs-people-in")
    void finishesWhatThisBrowserBegan(App app, Provider provider) {
        for (var forged : SignIn.forgedAnswers()) {
            var ann = app.visitor();
            var back = provider.authorization(ann.get("/login")).consent(ANN);
            SignIn.refused(ann, forged.change().apply(back).target(), forged.what());
        }
        var mallory = app.visitor();
        var theirs = provider.authorization(mallory.get("/login")).consent(SignIn.MALLORY);
        SignIn.refused(
                app.visitor(), theirs.target(), "An answer comes to a browser that began nothing");
        var begun = app.visitor();
        provider.authorization(begun.get("/login"));
        SignIn.refused(
                begun, theirs.target(), "An answer to the sign-in of one browser comes to another");
        for (var forged : SignIn.forgedAnswers()) {
            var denied = app.visitor();
            var no = provider.authorization(denied.get("/login")).deny("access_denied");
            SignIn.refused(
                    denied, forged.change().apply(no).target(), forged.what() + ", with an error");
        }
        provider.wire()
                .statements()
                .matching(TOKEN)
                .count()
                .because("None of these codes is sent to the token endpoint")
                .is(0);
        usedOnce(app, provider);
    }

    private static void usedOnce(App app, Provider provider) {
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        SignIn.done(ann.get(back.target()), "/");
        ann.get(back.target()).status(400);
        isIn(ann, "a1", "ann@mail.example");
        provider.wire()
                .statements()
                .matching(TOKEN)
                .count()
                .because("An answer that comes a second time does not reach the token endpoint")
                .is(1);
    }

    @Check(
            id = "believes-no-forged-token",
            title = "believes no ID token that is not the provider's, for this client and sign-in",
            needs = "signs-people-in")
    void believesNoForgedToken(App app, Provider provider) {
        for (var forgery : SignIn.forgeries()) {
            forgery.change().accept(provider.idTokens());
            notBelieved(app, provider, forgery.what());
            provider.mend();
        }
        for (var how : List.of(Signature.STRANGER, Signature.NONE, Signature.PUBLIC_KEY)) {
            provider.idTokens().signed(how);
            notBelieved(app, provider, SignIn.signed(how));
            provider.mend();
        }
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        SignIn.refused(ann, back.with("code", "made-up").target(), "The provider refuses the code");
        SignIn.of(provider, app.visitor(), ANN);
    }

    private static void notBelieved(App app, Provider provider, String what) {
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        SignIn.refused(ann, back.target(), what);
    }

    @Check(
            id = "knows-people-by-subject",
            title =
                    "knows people by issuer and subject, and links an account by a verified address"
                            + " once",
            needs = "signs-people-in")
    void knowsPeopleBySubject(App app, Provider provider) {
        var people = new People(app, provider);
        people.comeIn(ANN, "Ann's address is verified, so a1 is linked to her", "a1");
        people.comeIn(
                ANN.email("ben@mail.example", true),
                "The subject that a1 is linked to comes with another address",
                "a1");
        people.stayOut(
                Person.of("2002").email("ann@mail.example", true),
                "Another subject comes with the address of an account that is linked");
        people.stayOut(BEN.email("ben@mail.example", false), "The address is not verified");
        people.stayOut(
                Person.of(BEN.sub()).claim("email", "ben@mail.example"),
                "Nothing is said about whether the address is verified");
        people.stayOut(
                BEN.claim("email_verified", "false"), "email_verified is a text and not true");
        people.comeIn(BEN, "Ben's address is verified now", "a2");
        people.comeIn(
                BEN.email("ben@mail.example", false),
                "The subject that a2 is linked to comes, whatever its address",
                "a2");
        people.comeIn(
                Person.of(BEN.sub()),
                "The subject that a2 is linked to comes without address",
                "a2");
        people.stayOut(
                Person.of("4004").email("eve@mail.example", false),
                "Nobody has this address, and it is not verified");
        people.stayOut(
                Person.of("4004").claim("email_verified", true), "There is no address at all");
        var cat = Person.of("3003").email("cat@mail.example", true);
        String id = people.comeIn(cat, "Nobody has this verified address yet", "");
        expect(
                !List.of("a1", "a2").contains(id),
                "A new address gets a new account; seen the account " + id);
        people.comeIn(cat, "The account that was made for a subject is found again", id);
    }

    @Check(
            id = "starts-a-new-session",
            title = "starts a session of its own with each sign-in and ends it at the sign-out",
            needs = "signs-people-in")
    void startsANewSession(App app, Provider provider) {
        var ann = app.visitor();
        ann.keep("sid", "planted-by-somebody-else");
        SignIn.cookiesAreSafe(ann.get("/login"));
        Object before = ann.cookie("sid").raw();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        Object begun = ann.cookie("sid").raw();
        var done = SignIn.done(ann.get(back.target()), "/");
        SignIn.cookiesAreSafe(done);
        String sid =
                ann.cookie("sid").because("Who is signed in is known by the cookie sid").text();
        for (Object earlier : Arrays.asList("planted-by-somebody-else", before, begun)) {
            if (earlier instanceof String value) {
                expect(
                        !value.equals(sid),
                        "The value of sid is a new one after the sign-in; seen the one from before"
                                + " it");
                isOut(holding(app, value), "A value that sid had before the sign-in");
            }
        }
        isIn(holding(app, sid), "a1", "ann@mail.example");
        ann.send(Request.post("/logout")).status(204);
        ann.cookie("sid").because("The sign-out takes the cookie away").isAbsent();
        isOut(holding(app, sid), "The session was ended, and somebody has kept its cookie");
        app.visitor().send(Request.post("/logout")).status(204);
    }

    private static Visitor holding(App app, String sid) {
        var somebody = app.visitor();
        somebody.keep("sid", sid);
        return somebody;
    }

    @Check(
            id = "stays-on-its-own-site",
            title = "leads back to a path of its own after the sign-in, and nowhere else",
            needs = "signs-people-in")
    void staysOnItsOwnSite(App app, Provider provider) {
        for (var to : List.of("/notes", "/notes?page=2&sort=a%20b", "/a?next=//b", "/", "/x/y")) {
            SignIn.to(provider, app.visitor(), to, to);
        }
        for (var to :
                List.of(
                        "https://evil.example/",
                        "//evil.example",
                        "/\\evil.example",
                        "/\t/evil.example",
                        "/\n/evil.example",
                        "\\\\evil.example",
                        "javascript:alert(1)",
                        "notes",
                        "",
                        " /notes")) {
            SignIn.to(provider, app.visitor(), to, "/");
        }
    }

    @Check(
            id = "answers-when-the-provider-does-not",
            title = "says what went wrong where the provider sends an error, fails, or is away",
            needs = "signs-people-in")
    void answersWhenTheProviderDoesNot(App app, Provider provider) {
        for (var error : List.of("access_denied", "server_error", "temporarily_unavailable")) {
            var ann = app.visitor();
            var no = provider.authorization(ann.get("/login")).deny(error);
            SignIn.answered(
                    ann,
                    no.target(),
                    error.equals("access_denied") ? 403 : 502,
                    "The provider sends back the error " + error);
        }
        for (int status : List.of(500, 503)) {
            fails(
                    app,
                    provider,
                    "The token endpoint answers with " + status,
                    () -> provider.answers("/token", status, "text/plain", "oh"));
        }
        fails(
                app,
                provider,
                "The token endpoint says nothing",
                () -> provider.wire().halfOpen(TOKEN));
        fails(app, provider, "The provider cannot be reached", () -> provider.wire().refuse());
        startsWithoutIt(app, provider);
    }

    /// In the middle of a sign-in; the next one goes well.
    private static void fails(App app, Provider provider, String what, Runnable trouble) {
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        trouble.run();
        SignIn.answered(ann, back.target(), 502, what);
        provider.mend();
        SignIn.of(provider, app.visitor(), ANN);
    }

    private static void startsWithoutIt(App app, Provider provider) {
        provider.wire().refuse();
        App late;
        try {
            late = app.another();
        } catch (Unmet ended) {
            throw new Unmet(
                    "The provider is away while the server starts: " + ended.getMessage(),
                    ended.evidence());
        }
        SignIn.answered(
                late.visitor(), "/login", 502, "The provider is away since the server started");
        provider.mend();
        int code = late.get("/login").code();
        expect(
                code == 302 || code == 303,
                "The provider is back: expected GET /login to redirect there; seen status " + code);
        SignIn.of(provider, late.visitor(), ANN);
    }

    @Check(
            id = "keeps-secrets",
            title = "tells neither browsers nor its log what is between it and the provider",
            needs = "signs-people-in")
    void keepsSecrets(App app, Provider provider) {
        var leaks = new Leaks(app, provider);
        var ann = app.visitor();
        var back = leaks.begun(ann);
        leaks.told(ann.get(back.target()));
        leaks.told(ann.get("/me"));
        leaks.told(ann.get(back.target()));
        provider.idTokens().claim("nonce", "another");
        leaks.told(app.visitor(), Person.of("2002").email("ann@mail.example", true));
        provider.mend();
        leaks.told(app.visitor(), Person.of("2002").email("ann@mail.example", true));
        provider.answers("/token", 500, "text/plain", "oh");
        leaks.told(app.visitor(), ANN);
        provider.mend();
        leaks.logged();
    }
}
