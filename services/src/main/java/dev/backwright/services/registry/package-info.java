/// An npm registry in memory: what npm and Yarn ask for when they install and publish, and what was asked.
///
/// ```text
///   a connection of the program ─► Registry.handle ─► HttpTalk (one request, one answer) ─► Counter ─► Shelves
///                                                                                             Tarball: files in, files out
/// ```
///
/// It listens on no port: the sandbox's wire hands over each connection. Everything that comes over it was written by the
/// learner: sizes are limited before anything is unpacked, and what is unpacked stays in memory.
@NullMarked
package dev.backwright.services.registry;

import org.jspecify.annotations.NullMarked;
