/// Real databases: one throw-away database per submission, on wires that record and disturb.
///
/// ```text
///   PostgresServer ── create(template) ──► PostgresDatabase ── its PostgresWire ◄── the learner's connection
///     (a cluster we started)                 own role, own credentials     └─ statements seen, holds, cuts
/// ```
///
/// Knows the sandbox (to hand over wires). Must not know labs, checks or reports.
@NullMarked
package dev.backwright.services;

import org.jspecify.annotations.NullMarked;
