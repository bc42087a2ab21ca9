package apis.oauth_accounts;

import dev.backwright.checks.App;
import dev.backwright.checks.Provider;

/// What goes wrong with the provider, and what browsers are told of it.
record Trouble(App app, Provider provider) {

    /// In the middle of a sign-in; the next one goes well.
    void during(String what, int status, Runnable trouble) {
        var ann = app.visitor();
        var back = provider.authorization(ann.get("/login")).consent(SignIn.ANN);
        trouble.run();
        SignIn.answered(ann, back.target(), status, what);
        provider.mend();
        SignIn.of(provider, app.visitor(), SignIn.ANN);
    }

    /// Instead of a code.
    void sentBack(String error, int status) {
        var ann = app.visitor();
        var no = provider.authorization(ann.get("/login")).deny(error);
        SignIn.answered(ann, no.target(), status, "The provider sends back the error " + error);
    }

    /// Nobody can begin.
    void atTheDoor(String what) {
        SignIn.answered(app.visitor(), "/login", 502, what);
    }
}
