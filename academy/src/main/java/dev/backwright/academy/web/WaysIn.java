package dev.backwright.academy.web;

import dev.backwright.academy.letters.Letters;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.ProviderAccess;
import dev.backwright.academy.providers.Providers;
import dev.backwright.academy.web.guard.RelyingParty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How people come in besides a password.
///
/// @param providers through whom
/// @param mail whether a link for a new password can be mailed
/// @param noPasskeys why they do not come by passkey on this page, in a sentence; `null` where they may
public record WaysIn(List<ProviderAccess> providers, boolean mail, @Nullable String noPasskeys) {

    /// As they are set.
    @Component
    @ForMany
    record Found(Providers providers, Letters letters, RelyingParty party) {

        WaysIn all() {
            return new WaysIn(providers.all(), letters.areSent(), party.obstacle().orElse(null));
        }
    }
}
