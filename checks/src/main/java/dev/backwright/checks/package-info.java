/// The words in which a lab says what it expects: interfaces, values and assertions, no mechanism.
///
/// ```text
///   a lab's checks ──► @Check, App, Program, Postgres, MySql, Workspace, Seed ◄── implemented by the judge
///                      └─ what is seen is a Seen; what does not hold is an Unmet with Evidence
/// ```
///
/// Knows JUnit's API and JSpecify. Must not know how anything here is brought about.
@NullMarked
package dev.backwright.checks;

import org.jspecify.annotations.NullMarked;
