package dev.backwright.judge.oidc;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.wire.LearnersWire;
import dev.backwright.services.oidc.AuthorizationRequest;
import dev.backwright.services.oidc.Forgery;
import dev.backwright.services.oidc.OidcProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A submission's OpenID provider during one check.
final class LearnersProvider implements Provider, OpenService {

    private final OidcProvider provider;
    private final Origin origin;
    private final LearnersWire wire;

    LearnersProvider(OidcProvider provider, Origin origin) {
        this.provider = provider;
        this.origin = origin;
        this.wire = new LearnersWire(provider.wire(), origin);
    }

    @Override
    public Provider words() {
        return this;
    }

    @Override
    public dev.backwright.sandbox.Wire towards(String variable) {
        return wire.towards(variable);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "OIDC_CLIENT_ID", provider.client().id(),
                "OIDC_CLIENT_SECRET", provider.client().secret(),
                "OIDC_REDIRECT_URI", provider.client().redirectUri());
    }

    @Override
    public String address() {
        return "a provider that only the server reaches; nobody can sign in by hand";
    }

    @Override
    public boolean isAlive() {
        return provider.isOpen();
    }

    @Override
    public Authorization authorization(Reply redirect) {
        String to = redirect.status(302, 303).header("Location").isPresent().text();
        Optional<AuthorizationRequest> asked = provider.authorization(to);
        if (asked.isEmpty()) {
            String endpoints =
                    provider.issuers().stream()
                            .map(issuer -> issuer + "/authorize?…")
                            .collect(Collectors.joining(" or "));
            redirect.header("Location").is(endpoints);
        }
        return new LiveAuthorization(provider, asked.orElseThrow());
    }

    @Override
    public Forging idTokens() {
        return new LiveForging(provider.idTokens());
    }

    @Override
    public Forging userinfo() {
        return new LiveForging(provider.userinfo());
    }

    @Override
    public void rotateKeys() {
        provider.rotateKeys();
    }

    @Override
    public void answers(String path, int status, String contentType, String body) {
        provider.answers(path, status, contentType, body);
    }

    @Override
    public void mend() {
        provider.mend();
    }

    @Override
    public String clientSecret() {
        return provider.client().secret();
    }

    @Override
    public List<String> tokens() {
        return provider.issued();
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public List<Evidence> evidence() {
        return wire.evidence();
    }

    /// What the program asked, and how browsers came.
    @Override
    public List<Evidence.Wires.Step> steps() {
        List<Evidence.Wires.Step> all = new ArrayList<>(wire.steps());
        provider.visits().forEach(visit -> all.add(step(visit)));
        return all;
    }

    private Evidence.Wires.Step step(OidcProvider.Visit visit) {
        var statement =
                new Wire.Statement(
                        0,
                        0,
                        visit.text(),
                        List.of(),
                        -1,
                        Math.round(origin.millis(visit.atNanos()) * 1e3) / 1e3,
                        0,
                        Wire.Fate.DONE,
                        "",
                        visit.answer());
        return new Evidence.Wires.Step(0, provider.wire().name(), 0, "", statement);
    }

    private record LiveForging(Forgery forgery) implements Forging {
        @Override
        public Forging claim(String name, @Nullable Object value) {
            forgery.claim(name, value);
            return this;
        }

        @Override
        public Forging signed(Signature how) {
            forgery.signature(Forgery.Signature.valueOf(how.name()));
            return this;
        }
    }

    @Override
    public void close() {
        provider.close();
    }
}
