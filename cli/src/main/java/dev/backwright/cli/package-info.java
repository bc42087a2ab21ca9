/// The command line without the web: `labs`, `start`, `run`, `check`, `doctor`.
///
/// Knows judge and course, and a running academy only over HTTP. Must not know Spring.
@NullMarked
package dev.backwright.cli;

import org.jspecify.annotations.NullMarked;
