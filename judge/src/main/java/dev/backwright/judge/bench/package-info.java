/// Supplies what a check asks for: starts it when asked, ends it after the check.
///
/// ```text
///   Workshop (sandbox, PostgreSQL; lives as long as the judge)
///     └ Bench (one submission's files, limits, data)
///         └ Turn (one check: App, Program, Postgres, Workspace, Seed)
/// ```
///
/// Knows checks, sandbox, services and the rooms app, program and postgres. Must not know labs or reports.
@NullMarked
package dev.backwright.judge.bench;

import org.jspecify.annotations.NullMarked;
