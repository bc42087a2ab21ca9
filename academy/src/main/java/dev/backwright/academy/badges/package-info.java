/// What a learner has completed, as a credential that anybody can check: Open Badges 3.0, signed as a JWT.
///
/// ```text
///   passes judged here ──► Offer ──► Award ──► Seal (Ed25519) ──► badge
///                                                                   │
///   a text that somebody brings ──► Verifier ──► Finding ◄──────────┘
/// ```
///
/// Must not know pages, nor who looks at a badge.
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "catalog", "platform"})
package dev.backwright.academy.badges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
