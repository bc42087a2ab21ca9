package dev.backwright.judge.oidc;

import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.service.Service;
import dev.backwright.services.oidc.KeyStock;
import dev.backwright.services.oidc.OidcProvider;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// An OpenID provider of its own for each check, within this process.
public final class OidcService implements Service {

    private final KeyStock keys = new KeyStock();

    @Override
    public Kind kind() {
        return Kind.OIDC;
    }

    @Override
    public OpenService open(Map<String, String> data, Origin origin) {
        return new LearnersProvider(OidcProvider.start(keys, InstantSource.system()), origin);
    }

    /// It is a part of this program and has none of its own.
    @Override
    public Optional<String> version() {
        return Optional.empty();
    }

    /// Each provider ends with its check.
    @Override
    public void close() {}
}
