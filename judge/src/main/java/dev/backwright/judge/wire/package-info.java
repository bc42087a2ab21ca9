/// A check's words about a wire to a service, whichever it is.
///
/// ```text
///   check ──► LearnersWire ──► ServiceWire ◄── the learner's program
///               └─ SeenStatements: expectations with the statements as evidence
/// ```
///
/// Knows checks and services' wires. Must not know any service by itself, nor labs or reports.
@NullMarked
package dev.backwright.judge.wire;

import org.jspecify.annotations.NullMarked;
