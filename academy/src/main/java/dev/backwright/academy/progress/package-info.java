/// How far each learner is: states, hints, solutions seen, predictions; export and import.
///
/// ```text
///   versions + reports  ──► state of a lab
///   attempts + clock    ──► which hint is open
///   predictions + clock ──► what to look at again
///   passes + clock      ──► which lab to do again
/// ```
///
/// Must not know pages.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "catalog", "submissions", "grading", "platform"})
package dev.backwright.academy.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
