package apis.oauth_accounts;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.WayBack;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// People and what they do, well or ill.
final class SignIn {

    static final Person ANN = Person.of("248289761001").email("ann@mail.example", true);
    static final Person BEN = Person.of("103").email("ben@mail.example", true);

    /// Twice as long as a server waits for the provider, and more.
    private static final long PATIENCE = 25_000;

    private SignIn() {}

    /// Somebody signs in.
    static void of(Provider provider, Visitor visitor, Person who) {
        done(provider.signIn(visitor, "/login", who), "/");
    }

    /// Somebody signs in and is led to a path.
    static void to(Provider provider, Visitor visitor, String asked, String expected) {
        String begin = new WayBack("/login", Map.of("to", asked)).target();
        String why =
                "The sign-in began with to=`%s`, so it ends at `%s`"
                        .formatted(shown(asked), expected);
        done(provider.signIn(visitor, begin, ANN), expected, why);
    }

    private static String shown(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' ? "\\x%02x".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    /// The end of a sign-in.
    static Reply done(Reply reply, String path) {
        return done(reply, path, "After the sign-in the browser is led on");
    }

    static Reply done(Reply reply, String path, String why) {
        int code = reply.code();
        expect(
                code == 302 || code == 303,
                "The browser came back with a good code: expected status 302 or 303; seen " + code);
        reply.header("Location").because(why).isOneOf(path, "http://localhost" + path);
        return reply;
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
