/// The learner's own tests on programs of the lab's: what checks call `Tests`.
///
/// ```text
///   check ──► LearnersTests ── LearnersRun            what is expected of a run, and its failure
///                  │
///              TestRuns (one submission's: each run is made once, whichever check asks first)
///                  └─ NodeTests, of the room program: one process for each test file
///                  └─ Singles                     one process for each test
///                  └─ Ran ── FileRan ── Case      what node:test made known of it
/// ```
///
/// Why results are taken from there, and what counts as noticed: decision 36.
/// Knows checks, sandbox and the rooms program and seen. Must not know labs or reports.
@NullMarked
package dev.backwright.judge.tests;

import org.jspecify.annotations.NullMarked;
