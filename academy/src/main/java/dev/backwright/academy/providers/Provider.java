package dev.backwright.academy.providers;

import dev.backwright.academy.accounts.Identity;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ProviderAccess;
import java.net.URI;

/// Somebody who knows people.
public interface Provider {

    ProviderAccess access();

    /// Where a browser goes to be known.
    ///
    /// @throws CannotAnswer where the provider cannot be reached
    URI address(Passage passage);

    /// Who it is that came back.
    ///
    /// @param passage the one that they set out with; its state has been compared
    /// @throws CannotAnswer where the provider says no, cannot be reached, or says what it must not
    Identity identify(Passage passage, Answer answer);
}
