package apis.oauth;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Forging;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.Signature;
import dev.backwright.checks.Provider.WayBack;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// People and what they do, well or ill.
final class SignIn {

    static final Person ANN = Person.of("248289761001").email("ann@mail.example", true);
    static final Person BEN = Person.of("103").email("ben@mail.example", true);

    static final Person MALLORY = Person.of("666").email("mallory@mail.example", true);

    /// Twice as long as a server waits for the provider, and more.
    private static final long PATIENCE = 25_000;

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
        done(provider.signIn(visitor, "/login", who), "/");
    }

    /// Somebody signs in and is led to a path.
    static void to(Provider provider, Visitor visitor, String asked, String expected) {
        String begin = new WayBack("/login", Map.of("to", asked)).target();
        String shown = asked.replace("\t", "\\t").replace("\n", "\\n");
        String why =
                "The sign-in began with to=`%s`, so it ends at `%s`".formatted(shown, expected);
        done(provider.signIn(visitor, begin, ANN), expected, why);
    }

    /// The end of a sign-in.
    static Reply done(Reply reply, String path) {
        return done(reply, path, "After the sign-in the browser is led on");
    }

    private static Reply done(Reply reply, String path, String why) {
        int code = reply.code();
        expect(
                code == 302 || code == 303,
                "The browser came back with a good code: expected status 302 or 303; seen " + code);
        reply.header("Location").because(why).isOneOf(path, "http://localhost" + path);
        return reply;
    }

    static void refused(Visitor visitor, String target, String what) {
        answered(visitor, target, 400, what);
    }

    /// Nobody is signed in by it.
    static void answered(Visitor visitor, String target, int status, String what) {
        int code = visitor.send(Request.get(target).patient(PATIENCE)).code();
        expect(code == status, "%s: expected status %d; seen %d".formatted(what, status, code));
        isOut(visitor, what);
    }

    static void isIn(Visitor visitor, String id, String email) {
        var me = visitor.get("/me").status(200);
        me.json("id").is(id);
        me.json("email").is(email);
    }

    static void isOut(Visitor visitor, String what) {
        int code = visitor.get("/me").code();
        expect(
                code == 401,
                "%s: expected GET /me to answer 401, for nobody is signed in; seen %d"
                        .formatted(what, code));
    }

    /// Each cookie that a reply sets, but for those it removes.
    static void cookiesAreSafe(Reply reply) {
        for (String name : names(reply)) {
            var cookie = reply.cookie(name);
            boolean removed =
                    cookie.lifetime().raw() instanceof Number left && left.longValue() == 0;
            if (!removed) {
                cookie.httpOnly()
                        .because("No script of the page may read the cookie " + name)
                        .is(true);
                cookie.sameSite()
                        .because(
                                "The cookie %s comes along on the way back from the provider, and not with the posts of other sites"
                                        .formatted(name))
                        .is("Lax");
            }
        }
    }

    private static List<String> names(Reply reply) {
        return reply.headers().raw() instanceof List<?> lines
                ? lines.stream()
                        .map(String::valueOf)
                        .filter(line -> line.startsWith("set-cookie: "))
                        .map(line -> line.substring(12).replaceFirst("=.*", ""))
                        .toList()
                : List.of();
    }
}
