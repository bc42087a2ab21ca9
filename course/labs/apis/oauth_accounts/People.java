package apis.oauth_accounts;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Provider.Person;

/// People at the door, each in a browser of their own.
record People(App app, Provider provider) {

    /// @param id of the account they are to find; empty where any will do
    /// @return the account's id
    String comeIn(Person who, String why, String id) {
        var visitor = app.visitor();
        int code = provider.signIn(visitor, "/login", who).code();
        expect(
                code == 302 || code == 303,
                "%s: expected status 302 or 303; seen %d".formatted(why, code));
        var seen = visitor.get("/me").status(200).json("id").because(why);
        return id.isEmpty() ? seen.text() : seen.is(id).text();
    }

    void stayOut(Person who, String why) {
        var visitor = app.visitor();
        int code = provider.signIn(visitor, "/login", who).code();
        expect(code == 403, "%s: expected status 403; seen %d".formatted(why, code));
        SignIn.isOut(visitor, why);
    }
}
