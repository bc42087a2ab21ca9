package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.ProviderSignIn;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.ProviderAccess;
import dev.backwright.academy.providers.Providers;
import java.util.List;
import org.springframework.stereotype.Component;

/// By what one person comes in.
///
/// @param password whether by that
/// @param linked providers that know them
/// @param others that could
/// @param mail whether a link for a new password can be mailed
public record OwnWays(
        boolean password, List<Linked> linked, List<ProviderAccess> others, boolean mail) {

    /// @param name by which people know the provider
    public record Linked(String issuer, String name) {}

    /// As they are for an account.
    @Component
    @ForMany
    record Found(ProviderSignIn door, Providers providers, WaysIn.Found ways) {

        OwnWays of(Account account) {
            var issuers = door.linked(account);
            return new OwnWays(
                    door.hasPassword(account),
                    issuers.stream().map(it -> new Linked(it, providers.name(it))).toList(),
                    providers.all().stream()
                            .filter(it -> !issuers.contains(it.issuer().toString()))
                            .toList(),
                    ways.all().mail());
        }
    }
}
