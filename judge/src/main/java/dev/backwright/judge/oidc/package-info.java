/// A check's words about an OpenID provider, and the wire to it.
///
/// ```text
///   OidcService ── open ──► LearnersProvider ──► OidcProvider       (past the wire, as people's browsers)
///                               ├─ LiveAuthorization: a browser at the authorization endpoint
///                               └─ LearnersWire, of the room wire
/// ```
///
/// Knows checks, services and the rooms service, wire and seen. Must not know labs, reports or who judges.
@NullMarked
package dev.backwright.judge.oidc;

import org.jspecify.annotations.NullMarked;
