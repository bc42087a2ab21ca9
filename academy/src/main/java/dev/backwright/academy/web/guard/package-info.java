/// Who may come in: in solo mode whoever has the key of this start, in an academy for many whoever signed in, to what [Rights] has for them.
///
/// ```text
///   solo    request ──► HostGuard (421) ──► KeyFilter (cookie or bearer key) ──► OriginGuard (403) ──► CSRF (403) ──► pages and API
///                                               └─ Learner ──► LearnerArgument ───────────────────────────────────────┘
///   many    request ──► HostGuard ──► session ──► SessionContexts ──► OriginGuard ──► CSRF ──► Rights (401, 403) ──► Pace (429) ──► …
///                                                      └─ Account ──► LearnerArgument ──────────────────────────────────────┘
///           passkey ──► Ceremony (Spring Security's WebAuthn) ──► session that came by it ─┘ Rights may want one
/// ```
///
/// Must not know labs, pages or what a learner does; how a refusal looks is the business of whoever implements [Refusals].
@NullMarked
package dev.backwright.academy.web.guard;

import org.jspecify.annotations.NullMarked;
