/// Real databases: one throw-away database per submission, on wires that record and disturb.
///
/// ```text
///   PostgresBinaries ──► PostgresServer.keep / throwAway ──► Cluster: DataFolder under a FolderLock, a Postmaster over it
///                          │ create(PostgresTemplate)                  as whom: ServerUser; how safe: Durability
///                          ▼
///     PostgresDatabase: own role, own password ── wire() ──► PostgresWire ◄── the learner's connection
///       run, query, insert: past the wire                      WireConnection: MessageReader ─► Conversation ─► Outbox
///                                                              StatementLog of SeenStatement; Disturbances: holds, cuts
/// ```
///
/// Knows the sandbox (to hand over wires). Must not know labs, checks or reports.
@NullMarked
package dev.backwright.services;

import org.jspecify.annotations.NullMarked;
