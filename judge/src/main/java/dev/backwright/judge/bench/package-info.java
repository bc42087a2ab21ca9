/// Supplies what a check asks for: starts it when asked, ends it after the check.
///
/// ```text
///   Workshop (sandbox, Services; lives as long as the judge)
///     └ Bench (one submission's files, limits, data)
///         └ Turn (one check: App, Program, Project, Tests, OpenServices, Workspace, Seed)
/// ```
///
/// Knows checks, sandbox, services and the rooms app, program, project, tests and services. Must not know labs or reports.
@NullMarked
package dev.backwright.judge.bench;

import org.jspecify.annotations.NullMarked;
