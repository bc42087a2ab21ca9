/// Who may come in, in solo mode: whoever has the key of this start.
///
/// ```text
///   request ──► HostGuard (421) ──► KeyFilter (cookie or bearer key) ──► OriginGuard (403) ──► CSRF (403) ──► pages and API
/// ```
///
/// Must not know labs, learners or pages; how a refusal looks is the business of whoever implements [Refusals].
@NullMarked
package dev.backwright.academy.web.guard;

import org.jspecify.annotations.NullMarked;
