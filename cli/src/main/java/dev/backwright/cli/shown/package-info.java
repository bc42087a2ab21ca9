/// What was found, as text for a terminal.
///
/// ```text
///   Report ──► ReportText ─┬─► EvidenceText ──► Columns
///                          └─► Ink (colour, where it is welcome)      Plain (nothing a learner wrote acts on the terminal)
/// ```
///
/// Nothing is told by colour alone: every mark has its word. Must not know where the text goes.
@NullMarked
package dev.backwright.cli.shown;

import org.jspecify.annotations.NullMarked;
