/// Brings a lab and a submission together, supplies what checks ask for, and writes the report.
///
/// ```text
///   Lab + Submission ──► Judge ── prepare ─► boot ─► check ─► report ──► Report
/// ```
///
/// Knows checks, sandbox and services. Must not know who submitted, nor the web.
@NullMarked
package dev.backwright.judge;

import org.jspecify.annotations.NullMarked;
