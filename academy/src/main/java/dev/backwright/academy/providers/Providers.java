package dev.backwright.academy.providers;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.ProviderAccess;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Those that people may sign in through here.
@Component
@ForMany
public final class Providers {

    /// Below it each has an address of its own to come back to, so that no answer is taken for another's.
    public static final String BACK = "/sign-in/back/";

    private final List<Provider> all;

    Providers(Premises premises) {
        this.all =
                premises.places().outside().providers().stream()
                        .map(access -> of(access, URI.create(premises.url() + BACK + access.key())))
                        .toList();
    }

    private static Provider of(ProviderAccess access, URI back) {
        return access.key().equals(ProviderAccess.GITHUB)
                ? new GitHubProvider(access, back)
                : new OpenIdProvider(access, back);
    }

    /// In the order in which they were set.
    public List<ProviderAccess> all() {
        return all.stream().map(Provider::access).toList();
    }

    public Optional<Provider> byKey(String key) {
        return all.stream().filter(it -> it.access().key().equals(key)).findFirst();
    }

    /// What people call it: of one that is no longer set, its address.
    public String name(String issuer) {
        return all().stream()
                .filter(it -> it.issuer().toString().equals(issuer))
                .map(ProviderAccess::name)
                .findFirst()
                .orElse(issuer);
    }
}
