/// A check's words about PostgreSQL, over a throw-away database and the wire to it.
///
/// ```text
///   check ──► LearnersPostgres ──► PostgresDatabase        (past the wire)
///                  └─ SeenRows, SeenStatements: expectations with rows and statements as evidence
///                  └─ LearnersWire ──► PostgresWire ◄── the learner's program
/// ```
///
/// Knows checks and services. Must not know labs, reports or who judges.
@NullMarked
package dev.backwright.judge.postgres;

import org.jspecify.annotations.NullMarked;
