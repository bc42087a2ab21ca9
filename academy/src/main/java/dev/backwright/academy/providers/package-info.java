/// Signing in through somebody who knows people: OpenID Connect with any issuer, and GitHub's OAuth 2.0.
///
/// ```text
///   Passage, a secret that the browser keeps ──► Provider.address ──► the browser goes there, agrees, comes back
///                                                                         │
///                      Identity ◄── Provider.identify ◄── Answer: code, state
/// ```
///
/// Follows OpenID Connect Core 1.0, RFC 6749, 7636 (S256), 9207 and 9700. Whom an identity lets in is not known here.
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "platform"})
package dev.backwright.academy.providers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
