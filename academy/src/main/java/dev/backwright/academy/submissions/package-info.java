/// What learners hand in: drafts and numbered versions, each somebody's, and the queue that outlives a crash.
///
/// ```text
///   files ──► Intake ──► version (stored whole, with the digest) ──► queue ──► Judging
///     └────► draft          │ HandInRule                            results ◄── fencing token
///                           └──► Rejudgings: after the lab was mended, once more, last in the queue
/// ```
///
/// Must not know how anything is judged, nor what a pass is worth.
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "catalog", "platform"})
package dev.backwright.academy.submissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
