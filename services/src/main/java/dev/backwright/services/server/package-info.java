/// Servers as processes of ours: as whom they run, where their files lie, and that they end when we do.
///
/// ```text
///   ServerUser ─► ServerProcess (Watchdog where the kernel does not end it with us; Signals)
///   FolderLock, FileTrees, Credentials, MemoryArea: a folder in use, deleted, with passwords, in memory
///   Failures: what the machine says, as one sentence for a person
/// ```
///
/// Knows no particular server.
@NullMarked
package dev.backwright.services.server;

import org.jspecify.annotations.NullMarked;
