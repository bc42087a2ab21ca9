/// MySQL: a MariaDB of our own or a server of somebody else, a throw-away database per check, and the protocol for wires.
///
/// ```text
///   MariaDbPrograms ──► MySqlServer.own ──► MariaDb over a MariaDbFolder ┐
///          an address ──► MySqlServer.external ──► MySqlHost.External    ┴─► MySqlCatalog: databases, accounts
///                          │ create(data)
///                          ▼
///     MySqlDatabase: own account, own password ── wire() ──► ServiceWire that speaks Conversation
///       run, query, insert: past the wire                      Handshake: what both can do, less what we cannot read
///                                                              Desk: Commands, and what each Owed Answer says, Part by Part
/// ```
///
/// Knows the rooms wire, server and sql.
@NullMarked
package dev.backwright.services.mysql;

import org.jspecify.annotations.NullMarked;
