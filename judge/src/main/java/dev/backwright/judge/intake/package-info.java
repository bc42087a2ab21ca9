/// Takes in a stranger's files, or refuses them with every violation at once.
///
/// ```text
///   editor ──────────┐
///   zip    ─ ZipRoom ─┼─► Basket (limits, names, texts) ──► files, or sentences that say what to do
///   folder ─ Walk   ──┘
/// ```
///
/// Knows nothing of labs. Nothing here runs, follows or unpacks to disk what it reads.
@NullMarked
package dev.backwright.judge.intake;

import org.jspecify.annotations.NullMarked;
