package dev.backwright.judge.oidc;

import dev.backwright.checks.Provider.Authorization;
import dev.backwright.checks.Provider.Person;
import dev.backwright.checks.Provider.WayBack;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.services.oidc.AuthorizationRequest;
import dev.backwright.services.oidc.OidcProvider;
import dev.backwright.services.oidc.OidcProvider.Outcome;
import java.net.URI;
import java.util.Map;

/// A browser at the authorization endpoint.
record LiveAuthorization(OidcProvider provider, AuthorizationRequest asked)
        implements Authorization {

    @Override
    public Seen parameter(String name) {
        String what = "the authorization request: " + name;
        return asked.get(name)
                .map(value -> Sighting.of(what, value, Failing.PLAIN))
                .orElseGet(() -> Sighting.absent(what, Failing.PLAIN));
    }

    @Override
    public WayBack consent(Person who) {
        var person = new dev.backwright.services.oidc.Person(who.sub(), who.claims());
        WayBack back = back(provider.consent(asked, person));
        Map<String, String> told = back.parameters();
        if (told.containsKey("error")) {
            throw refused(
                    "sends people back with the error %s: %s"
                            .formatted(told.get("error"), told.get("error_description")));
        }
        return back;
    }

    @Override
    public WayBack deny(String error) {
        return back(provider.deny(asked, error));
    }

    private static WayBack back(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Page(var why) ->
                    throw refused("shows people an error and never sends them back: " + why);
            case Outcome.Back(var to, var parameters) ->
                    new WayBack(URI.create(to).getPath(), parameters);
        };
    }

    private static Unmet refused(String what) {
        return new Unmet("The provider refuses the authorization request and " + what + ".");
    }
}
