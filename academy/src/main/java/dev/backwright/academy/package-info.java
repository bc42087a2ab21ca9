/// The web application. Start here: [Backwright].
///
/// ```text
///   web ──► submissions ──► grading ──► judge (library)
///    │           │             │
///    └───────────┴─► progress ─┴─► catalog ──► course (folder)
/// ```
@NullMarked
package dev.backwright.academy;

import org.jspecify.annotations.NullMarked;
