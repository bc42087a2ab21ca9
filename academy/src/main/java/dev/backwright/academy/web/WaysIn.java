package dev.backwright.academy.web;

import dev.backwright.academy.letters.Letters;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.ProviderAccess;
import dev.backwright.academy.providers.Providers;
import java.util.List;
import org.springframework.stereotype.Component;

/// How people come in besides a password.
///
/// @param providers through whom
/// @param mail whether a link for a new password can be mailed
public record WaysIn(List<ProviderAccess> providers, boolean mail) {

    /// As they are set.
    @Component
    @ForMany
    record Found(Providers providers, Letters letters) {

        WaysIn all() {
            return new WaysIn(providers.all(), letters.areSent());
        }
    }
}
