/// Recordings of programs, each held against a run in real Node.
///
/// ```text
///   files ──┬─► tracer, a process of its own, warm from a pool ──► trace ──┐
///           └─► real Node in a sandbox ──► what it printed ────────────────┴─► recording
/// ```
///
/// Knows the tracer as a program only: never its classes. Must not know pages.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "submissions", "grading", "platform"})
package dev.backwright.academy.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
