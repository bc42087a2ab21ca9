/// An OpenID provider of ours: a real authorization server for one check, and HTTP for wires.
///
/// ```text
///   program ─► ServiceWire that speaks HttpDialogue ─► ProviderServer ─► Endpoints
///                                                                          Discovery, JWKS: SigningKeys
///   check ─► OidcProvider ─ authorization ─► AuthorizationRequest          token: ClientLogin, Grants, IdTokens
///              │             answer: the browser's way back                userinfo: Grants, IdTokens
///              └─ Forgery: how tokens differ from what they should be, and what endpoints say instead
/// ```
///
/// Follows OpenID Connect Core 1.0 and Discovery 1.0, RFC 6749, 6750, 7636 (S256 only), 9207 and 9700.
///
/// Knows the room wire, and of libraries Nimbus' JOSE and the JDK's HTTP server.
@NullMarked
package dev.backwright.services.oidc;

import org.jspecify.annotations.NullMarked;
