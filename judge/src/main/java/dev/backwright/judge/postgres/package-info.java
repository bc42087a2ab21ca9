/// A check's words about PostgreSQL, over a throw-away database and the wire to it.
///
/// ```text
///   PostgresService ── open ──► LearnersPostgres ──► PostgresDatabase        (past the wire)
///                                  └─ LearnersDatabase, of the room sql
///                                  └─ LearnersWire, of the room wire
/// ```
///
/// Knows checks, services and the rooms service, sql, wire and seen. Must not know labs, reports or who judges.
@NullMarked
package dev.backwright.judge.postgres;

import org.jspecify.annotations.NullMarked;
