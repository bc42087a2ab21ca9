package apis.oauth;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Forging;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.Signature;
import dev.backwright.checks.Provider.WayBack;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Visitor;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// People and what they do, well or ill.
final class SignIn {

    static final Person ANN = Person.of("248289761001").email("ann@mail.example", true);
    static final Person BEN = Person.of("103").email("ben@mail.example", true);

    static final Person MALLORY = Person.of("666").email("mallory@mail.example", true);

    private static final long LONG_AGO = 1_000_000_000;

    private SignIn() {}

    /// What comes back to the server instead of what the provider sent.
    record ForgedAnswer(String what, UnaryOperator<WayBack> change) {}

    /// What an ID token says instead of what is so.
    record Forgery(String what, Consumer<Forging> change) {}

    static List<ForgedAnswer> forgedAnswers() {
        return List.of(
                new ForgedAnswer("An answer without state", it -> it.without("state")),
                new ForgedAnswer("An answer with an empty state", it -> it.with("state", "")),
                new ForgedAnswer(
                        "An answer with another state", it -> it.with("state", "x".repeat(43))),
                new ForgedAnswer(
                        "An answer whose state goes on",
                        it -> it.with("state", it.get("state") + "x")),
                new ForgedAnswer("An answer without iss", it -> it.without("iss")),
                new ForgedAnswer(
                        "An answer with the iss of another provider",
                        it -> it.with("iss", "https://evil.example")),
                new ForgedAnswer(
                        "An answer whose iss goes on", it -> it.with("iss", it.get("iss") + "0")));
    }

    static List<Forgery> forgeries() {
        return List.of(
                new Forgery(
                        "The ID token has the nonce of another sign-in",
                        it -> it.claim("nonce", "n".repeat(43))),
                new Forgery("The ID token has no nonce", it -> it.claim("nonce", null)),
                new Forgery(
                        "The ID token is for another client",
                        it -> it.claim("aud", "another-client")),
                new Forgery("The ID token is for nobody", it -> it.claim("aud", null)),
                new Forgery(
                        "The ID token is of another issuer",
                        it -> it.claim("iss", "https://evil.example")),
                new Forgery("The ID token has no issuer", it -> it.claim("iss", null)),
                new Forgery("The ID token has expired", it -> it.claim("exp", LONG_AGO)),
                new Forgery("The ID token does not say exp", it -> it.claim("exp", null)),
                new Forgery("The ID token has no subject", it -> it.claim("sub", null)));
    }

    static String signed(Signature how) {
        return switch (how) {
            case STRANGER -> "The ID token is signed by a key that the provider does not publish";
            case NONE -> "The ID token is not signed at all";
            case PUBLIC_KEY -> "The ID token is signed by HS256, with the public key as its secret";
            case GOOD -> "The ID token is as it should be";
        };
    }

    /// Somebody signs in.
    static void of(Provider provider, Visitor visitor, Person who) {
        done(provider.signIn(visitor, "/login", who));
    }

    /// The end of a sign-in.
    static void done(Reply reply) {
        int code = reply.code();
        expect(
                code == 302 || code == 303,
                "The browser came back with a good code: expected status 302 or 303; seen " + code);
        reply.header("Location")
                .because("After the sign-in the browser is led on")
                .isOneOf("/", "http://localhost/");
    }

    /// Nobody is signed in by it.
    static void refused(Visitor visitor, WayBack back, String what) {
        answered(visitor, back, 400, what);
        isOut(visitor, what);
    }

    /// Whoever was signed in before may still be.
    static void again(Visitor visitor, WayBack back, String what) {
        answered(visitor, back, 400, what);
    }

    /// Somebody says no at the provider.
    static void denied(Visitor visitor, WayBack no) {
        String what = "The provider sends back error=access_denied, with the right state and iss";
        answered(visitor, no, 403, what);
        isOut(visitor, what);
    }

    private static void answered(Visitor visitor, WayBack back, int status, String what) {
        int code = visitor.get(back.target()).code();
        expect(code == status, "%s: expected status %d; seen %d".formatted(what, status, code));
    }

    /// How many codes have come to the token endpoint.
    static void redeemed(Provider provider, String why, int codes) {
        provider.wire().statements().matching("^post /token").count().because(why).is(codes);
    }

    /// @return the id of the account
    static String isIn(Visitor visitor, String email) {
        var me = visitor.get("/me").status(200);
        me.json("email").is(email);
        return me.json("id").text();
    }

    static void isOut(Visitor visitor, String what) {
        int code = visitor.get("/me").code();
        expect(
                code == 401,
                "%s: expected GET /me to answer 401, for nobody is signed in; seen %d"
                        .formatted(what, code));
    }
}
