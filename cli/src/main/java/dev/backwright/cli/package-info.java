/// The command line without the web: `labs`, `start`, `run`, `check`, `doctor`; and `login`, `submit`, `progress` against an academy for many.
///
/// ```text
///   what was typed ──► Words ──► a …Command ──► Judge ──► Report ──► shown (words), JSON, a running academy
///                                   │
///                                   └ Places (where things are), WorkFolder (the learner's), Terminal (who watches)
/// ```
///
/// Every command ends with an exit code of the contract; a [dev.backwright.cli.Stop] carries one with its sentence.
/// Knows judge and course, and a running academy only over HTTP. Must not know Spring.
@NullMarked
package dev.backwright.cli;

import org.jspecify.annotations.NullMarked;
