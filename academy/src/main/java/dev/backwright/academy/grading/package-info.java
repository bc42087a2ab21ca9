/// The judge at work: takes what is queued, tells what happens while it happens, keeps the report.
/// What happens to a submission is told to its learner's pages alone.
///
/// ```text
///   queue ──► Judge ──► report ──► submissions
///                 └────► LiveEvents ──► open pages
/// ```
///
/// Must not know pages.
@NullMarked
@ApplicationModule(allowedDependencies = {"accounts", "catalog", "submissions", "platform"})
package dev.backwright.academy.grading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
