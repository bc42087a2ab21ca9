package apis.oauth;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.WayBack;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Visitor;
import java.util.ArrayList;
import java.util.List;

/// Looks for secrets where they do not belong.
final class Leaks {

    private final App app;
    private final Provider provider;
    private final List<String> codes = new ArrayList<>();

    Leaks(App app, Provider provider) {
        this.app = app;
        this.provider = provider;
    }

    WayBack begun(Visitor visitor) {
        var login = visitor.get("/login");
        told(login);
        var back = provider.authorization(login).consent(SignIn.ANN);
        codes.add(back.get("code"));
        return back;
    }

    /// A sign-in that may go wrong.
    void told(Visitor visitor, Person who) {
        var back = provider.authorization(visitor.get("/login")).consent(who);
        codes.add(back.get("code"));
        told(visitor.get(back.target()));
    }

    /// No reply holds any of it.
    void told(Reply reply) {
        lacks(reply, "the client's secret", provider.clientSecret());
        provider.tokens().forEach(token -> lacks(reply, "a token of the provider", token));
    }

    private static void lacks(Reply reply, String what, String secret) {
        boolean told =
                String.valueOf(reply.headers().raw()).contains(secret)
                        || String.valueOf(reply.body().raw()).contains(secret);
        expect(!told, "No reply to a browser holds " + what + "; seen it in a header or a body");
    }

    /// The log holds none of it.
    void logged() {
        app.log().neverSaid(provider.clientSecret());
        provider.tokens().forEach(app.log()::neverSaid);
        codes.forEach(app.log()::neverSaid);
    }
}
