/// Lines a server printed, read as structured logs.
///
/// ```text
///   Output ──► LogLine ──► SeenEntries ──► SeenEntry
///                └ Level, Instants
/// ```
///
/// Knows checks, sandbox and what is seen. Must not know servers.
@NullMarked
package dev.backwright.judge.app.log;

import org.jspecify.annotations.NullMarked;
