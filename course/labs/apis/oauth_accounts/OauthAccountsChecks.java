package apis.oauth_accounts;

import static apis.oauth_accounts.SignIn.ANN;
import static apis.oauth_accounts.SignIn.BEN;
import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Visitor;
import java.util.Arrays;
import java.util.List;

/// People come from the provider with whatever it says of them, and sometimes it says nothing at all.
class OauthAccountsChecks {

    @Check(
            id = "knows-people-by-subject",
            title = "knows people by issuer and subject, whatever their address")
    void knowsPeopleBySubject(App app, Provider provider) {
        var people = new People(app, provider);
        people.comeIn(ANN, "Ann's address is verified, so a1 is linked to her", "a1");
        people.comeIn(
                ANN.email("ben@mail.example", true),
                "The subject that a1 is linked to comes with the address of a2",
                "a1");
        people.comeIn(
                ANN.email("new@mail.example", false),
                "The subject that a1 is linked to comes with an address that is not verified",
                "a1");
        people.comeIn(BEN, "Ben's address is verified, so a2 is linked to him", "a2");
        people.comeIn(
                Person.of(BEN.sub()),
                "The subject that a2 is linked to comes without address",
                "a2");
        var cat = Person.of("3003").email("cat@mail.example", true);
        String id = people.comeIn(cat, "Nobody has this verified address yet", "");
        expect(
                !List.of("a1", "a2").contains(id),
                "A new address gets a new account; seen the account " + id);
        people.comeIn(
                Person.of(cat.sub()), "The account that was made for a subject is found again", id);
    }

    @Check(id = "wants-a-verified-address", title = "lets nobody new in without a verified address")
    void wantsAVerifiedAddress(App app, Provider provider) {
        var people = new People(app, provider);
        people.stayOut(BEN.email("ben@mail.example", false), "The address is not verified");
        people.stayOut(
                Person.of(BEN.sub()).claim("email", "ben@mail.example"),
                "Nothing is said about whether the address is verified");
        for (var text : List.of("false", "true")) {
            people.stayOut(
                    BEN.claim("email_verified", text),
                    "email_verified is the text %s, and not the boolean true".formatted(text));
        }
        people.stayOut(
                Person.of("4004").email("eve@mail.example", false),
                "Nobody has this address, and it is not verified");
        people.stayOut(
                Person.of("4004").claim("email_verified", true), "There is no address at all");
        people.comeIn(BEN, "Ben's address is verified now, so a2 is linked to him", "a2");
    }

    @Check(id = "links-an-account-once", title = "gives an account that is linked to nobody else")
    void linksAnAccountOnce(App app, Provider provider) {
        var people = new People(app, provider);
        people.comeIn(ANN, "Ann's address is verified, so a1 is linked to her", "a1");
        people.stayOut(
                Person.of("2002").email("ann@mail.example", true),
                "Another subject comes with the address of a1, which is linked to Ann");
        people.comeIn(Person.of(ANN.sub()), "The account a1 is linked to Ann as before", "a1");
        var cat = Person.of("3003").email("cat@mail.example", true);
        String id = people.comeIn(cat, "Nobody has this verified address yet", "");
        people.stayOut(
                Person.of("2002").email("cat@mail.example", true),
                "Another subject comes with the address of an account that was made for Cat");
        people.comeIn(cat, "The account that was made for Cat is hers as before", id);
    }

    @Check(id = "starts-a-new-session", title = "starts a session under a new id with each sign-in")
    void startsANewSession(App app, Provider provider) {
        var mallory = app.visitor();
        mallory.get("/login");
        var ann = app.visitor();
        ann.keep("sid", mallory.cookie("sid").raw() instanceof String sid ? sid : "of-mallory");
        Object planted = ann.cookie("sid").raw();
        var asked = provider.authorization(ann.get("/login"));
        Object begun = ann.cookie("sid").raw();
        SignIn.done(ann.get(asked.consent(ANN).target()), "/");
        String first = sid(ann);
        for (Object earlier : Arrays.asList(planted, begun)) {
            worthless(app, earlier, first, "A value that sid had before the sign-in");
        }
        SignIn.isIn(holding(app, first), "a1", "ann@mail.example");

        SignIn.of(provider, ann, BEN);
        String second = sid(ann);
        worthless(app, first, second, "Ben signs in where Ann was signed in; her sid");
        SignIn.isIn(holding(app, second), "a2", "ben@mail.example");
    }

    private static String sid(Visitor visitor) {
        return visitor.cookie("sid").because("Who is signed in is known by the cookie sid").text();
    }

    private static void worthless(App app, Object earlier, String now, String what) {
        if (earlier instanceof String value) {
            expect(
                    !value.equals(now),
                    "The value of sid is a new one after the sign-in; seen the one from before it");
            SignIn.isOut(holding(app, value), what);
        }
    }

    private static Visitor holding(App app, String sid) {
        var somebody = app.visitor();
        somebody.keep("sid", sid);
        return somebody;
    }

    @Check(
            id = "keeps-its-cookies",
            title =
                    "sets its cookies so that no script reads them, and they come back from the provider")
    void keepsItsCookies(App app, Provider provider) {
        var ann = app.visitor();
        var login = ann.get("/login");
        SignIn.cookiesAreSafe(login);
        var done = ann.get(provider.authorization(login).consent(ANN).target());
        SignIn.done(done, "/");
        sid(ann);
        SignIn.cookiesAreSafe(done);
    }

    @Check(id = "ends-the-session", title = "ends the session at the sign-out, on the server, too")
    void endsTheSession(App app, Provider provider) {
        var ann = app.visitor();
        var elsewhere = app.visitor();
        SignIn.of(provider, ann, ANN);
        SignIn.of(provider, elsewhere, ANN);
        String sid = sid(ann);
        SignIn.isIn(holding(app, sid), "a1", "ann@mail.example");
        ann.send(Request.post("/logout")).status(204);
        ann.cookie("sid").because("The sign-out takes the cookie away").isAbsent();
        SignIn.isOut(holding(app, sid), "The session was ended, and somebody has kept its cookie");
        SignIn.isIn(elsewhere, "a1", "ann@mail.example");

        app.visitor().send(Request.post("/logout")).status(204);
        var stale = holding(app, "long-gone");
        stale.send(Request.post("/logout")).status(204);
        stale.cookie("sid").because("The sign-out takes a sid away that is over").isAbsent();
    }

    @Check(
            id = "stays-on-its-own-site",
            title = "leads on to a path of its own after the sign-in, and nowhere else")
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
                        "/notes\u001f",
                        "/no\u0000tes",
                        "\\\\evil.example",
                        "javascript:alert(1)",
                        "notes",
                        "",
                        " /notes")) {
            SignIn.to(provider, app.visitor(), to, "/");
        }
        var ann = app.visitor();
        provider.authorization(ann.get("/login?to=/notes"));
        SignIn.done(provider.signIn(ann, "/login", ANN), "/", "The sign-in began without to");
    }

    @Check(
            id = "answers-when-the-provider-does-not",
            title = "tells a refusal from trouble with the provider")
    void answersWhenTheProviderDoesNot(App app, Provider provider) {
        var trouble = new Trouble(app, provider);
        trouble.during(
                "The key set cannot be had, its address answers with 500",
                502,
                () -> provider.answers("/jwks", 500, "text/plain", "oh"));
        trouble.sentBack("access_denied", 403);
        trouble.sentBack("server_error", 502);
        trouble.sentBack("temporarily_unavailable", 502);
        for (int status : List.of(500, 503)) {
            trouble.during(
                    "The token endpoint answers with " + status,
                    502,
                    () -> provider.answers("/token", status, "text/plain", "oh"));
        }
        for (int status : List.of(400, 429)) {
            trouble.during(
                    "The token endpoint answers with " + status,
                    400,
                    () -> provider.answers("/token", status, "text/plain", "no"));
        }
        trouble.during(
                "The ID token has the nonce of another sign-in",
                400,
                () -> provider.idTokens().claim("nonce", "n".repeat(43)));
        trouble.during("The provider cannot be reached", 502, () -> provider.wire().refuse());
        trouble.during(
                "The token endpoint says nothing",
                502,
                () -> provider.wire().halfOpen("^post /token"));
    }

    @Check(
            id = "starts-without-the-provider",
            title = "starts while the provider is away, and signs people in once it is back",
            needs = "answers-when-the-provider-does-not")
    void startsWithoutTheProvider(App app, Provider provider) {
        provider.wire().refuse();
        App late;
        try {
            late = app.another();
        } catch (Unmet ended) {
            throw new Unmet(
                    "The provider is away while the server starts: " + ended.getMessage(),
                    ended.evidence());
        }
        var trouble = new Trouble(late, provider);
        trouble.atTheDoor("The provider is away since the server started");
        provider.mend();
        provider.answers("/.well-known/openid-configuration", 503, "text/plain", "oh");
        trouble.atTheDoor("The discovery document cannot be had, its address answers with 503");
        provider.mend();
        provider.wire().halfOpen("^get /.well-known");
        trouble.atTheDoor("The provider says nothing when it is asked for the discovery document");
        provider.mend();
        int code = late.get("/login").code();
        expect(
                code == 302 || code == 303,
                "The provider is back: expected GET /login to redirect there; seen status " + code);
        SignIn.of(provider, late.visitor(), ANN);
    }
}
