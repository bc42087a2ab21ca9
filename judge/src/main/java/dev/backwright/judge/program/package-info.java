/// The learner's modules and scripts on real Node: what checks call `Program`, `Value` and `Spy`.
///
/// ```text
///   check ──► NodeProgram ──► NodeValue, NodeSpy          every expectation is evaluated here, in Java
///                 │               │
///                 │            Session ── Ledger           calls made so far, for the evidence
///                 │               │
///                 │             Probe ── Frames ═══════╗   descriptors 3 and 4, each frame signed
///                 │                                    ║
///              ScriptRun      sandbox: node probe ◄════╝   reports values, never verdicts
///
///   room tests ──► NodeTests ── Probe                       a file of tests: what node:test makes known, as frames
/// ```
///
/// What the learner's code can do to the probe it shares a process with, and what remains: docs/program.md.
/// Knows checks, sandbox and the assertions in `seen`. Must not know labs or reports.
@NullMarked
package dev.backwright.judge.program;

import org.jspecify.annotations.NullMarked;
