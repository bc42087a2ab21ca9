package web.members;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.Signature;

class MembersChecks {

    private static final Person ANN = Person.of("1001").email("ann@mail.example", true);

    @Check(id = "signs-in", title = "signs people in")
    void signsIn(App app, Provider provider) {
        var ann = app.visitor();
        ann.get("/me").status(401);
        provider.signIn(ann, "/login", ANN).status(303).follow().json("sub").is("1001");
        ann.get("/me").status(200).json("email").is("ann@mail.example");
        provider.wire().statements().matching("^post /token").count().is(1);
        provider.tokens().forEach(app.log()::neverSaid);
        app.log().neverSaid(provider.clientSecret());
    }

    @Check(id = "asks-well", title = "asks for what it needs")
    void asksWell(App app, Provider provider) {
        var asked = provider.authorization(app.get("/login"));
        asked.parameter("code_challenge_method").is("S256");
        asked.parameter("nonce").isPresent();
        asked.parameter("state").isPresent();
        asked.parameter("prompt").isAbsent();
        asked.consent(ANN);
    }

    @Check(id = "minds-the-browser", title = "finishes only what this browser has begun")
    void mindsTheBrowser(App app, Provider provider) {
        var ann = app.visitor();
        var mallory = app.visitor();
        provider.authorization(ann.get("/login"));
        var back = provider.authorization(mallory.get("/login")).consent(Person.of("666"));
        ann.get(back.target()).status(400);
        mallory.get(back.with("iss", "http://evil.example").target()).status(400);
        ann.get("/me").status(401);
        provider.wire().statements().matching("^post /token").count().is(0);
    }

    @Check(id = "minds-the-token", title = "takes no forged token")
    void mindsTheToken(App app, Provider provider) {
        provider.idTokens().claim("nonce", "another");
        provider.signIn(app.visitor(), "/login", ANN).status(400);
        provider.mend();
        for (var how : Signature.values()) {
            provider.idTokens().signed(how);
            int status = how == Signature.GOOD ? 303 : 400;
            provider.signIn(app.visitor(), "/login", ANN).status(status);
        }
        provider.mend();
        provider.userinfo().claim("sub", "2002");
        provider.signIn(app.visitor(), "/login", ANN).status(400);
    }

    @Check(id = "takes-a-no", title = "takes a no")
    void takesANo(App app, Provider provider) {
        var ann = app.visitor();
        var asked = provider.authorization(ann.get("/login"));
        ann.get(asked.deny("access_denied").target()).status(403);
    }

    @Check(id = "outlives-it", title = "goes on while the provider is away")
    void outlivesIt(App app, Provider provider) {
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(ANN);
        provider.answers("/token", 503, "text/html", "<h1>Out of order</h1>");
        ann.get(back.target()).status(502);
        provider.mend();
        var bob = app.visitor();
        var again = provider.authorization(bob.get("/login")).consent(ANN);
        provider.wire().halfOpen("^post /token");
        bob.get(again.target()).status(502);
        provider.mend();
        provider.wire().refuse();
        app.get("/login").status(502);
        provider.mend();
        provider.signIn(app.visitor(), "/login", ANN).status(303);
    }
}
