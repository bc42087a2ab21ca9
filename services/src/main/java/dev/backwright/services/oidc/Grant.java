package dev.backwright.services.oidc;

import java.time.Instant;
import java.util.Map;

/// What somebody has allowed the program.
///
/// @param given when
record Grant(AuthorizationRequest asked, Person person, Instant given) {

    /// What the program may know of them.
    Map<String, Object> claims() {
        return person.shown(asked.scopes());
    }
}
