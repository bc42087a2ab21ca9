/// How well a lab's checks tell right from wrong: StrykerJS changes the solution one place at a time, and each changed answer should fail.
///
/// ```text
///   bench.Accuracy ──► Stryker ──► bench/src/mutants/mutate.mjs   what may be changed: a Mutant each
///         ├──────────► Excuse      the lab's mutants.yaml: which changes may pass, and why
///         ├──────────► Mutation    which of them passed, and should not have
///         └──────────► Score ──► Page, docs/accuracy.md
/// ```
///
/// Knows labs and files; judges nothing itself.
@NullMarked
package dev.backwright.bench.accuracy;

import org.jspecify.annotations.NullMarked;
