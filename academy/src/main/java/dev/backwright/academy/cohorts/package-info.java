/// People who learn together: who is in a cohort and who leads it, which lab is due when, and how far everybody is.
///
/// ```text
///   link ──► Joined ──► cohort ──► CohortGrid ◄── versions judged here
///                         └─ assignments, extensions ──► TermBook ──► what is taken, which help is given, a learner's path
/// ```
///
/// Who leads a cohort sees what its people have handed in; nobody else does. Must not know pages.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"accounts", "catalog", "submissions", "progress", "platform"})
package dev.backwright.academy.cohorts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
