/// What was seen, compared with what was expected, in a learner's words.
///
/// ```text
///   value ──► Sighting ── Equality ──► holds, or Unmet "expected 1; seen '1'"
///                         Rendering ──┘
/// ```
///
/// Knows checks only. Must not know how anything came to be seen.
@NullMarked
package dev.backwright.judge.seen;

import org.jspecify.annotations.NullMarked;
