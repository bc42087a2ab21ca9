/// The web application. Start here: [Backwright].
///
/// ```text
///   web ──► submissions ──► grading ──► judge (library)
///    │           │             │
///    └───────────┴─► progress ─┴─► catalog ──► course (folder)
///
///   cohorts ──► progress, accounts
///   badges ──► catalog, accounts
///   telemetry ──► submissions, grading
///   gitserver ──► submissions, grading
///   tracing ──► grading (real Node), and the tracer as a process
/// ```
@NullMarked
package dev.backwright.academy;

import org.jspecify.annotations.NullMarked;
