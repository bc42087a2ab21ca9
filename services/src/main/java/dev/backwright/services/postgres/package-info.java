/// PostgreSQL: servers of our own, a throw-away database per check, and its protocol for wires.
///
/// ```text
///   PostgresBinaries ──► PostgresServer.keep / throwAway ──► Cluster: DataFolder under a FolderLock, a Postmaster over it
///                          │ create(PostgresTemplate)                  how safe: Durability
///                          ▼
///     PostgresDatabase: own role, own password ── wire() ──► ServiceWire that speaks Conversation
///       run, query, insert: past the wire                      (Opening, then Packets)
/// ```
///
/// Knows the rooms wire, server and sql.
@NullMarked
package dev.backwright.services.postgres;

import org.jspecify.annotations.NullMarked;
