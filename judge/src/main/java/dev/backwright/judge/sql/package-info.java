/// A check's words about a database that speaks SQL, whichever server it is on.
///
/// ```text
///   check ──► LearnersDatabase ──► SqlDatabase: run, query, insert, past the wire
///               │                               └─ its wire ──► LearnersWire
///               └─ SeenRows: expectations with the rows as evidence; CellText compares
/// ```
///
/// Knows checks, services and a check's words about wires. Must not know any server by itself, nor labs or reports.
@NullMarked
package dev.backwright.judge.sql;

import org.jspecify.annotations.NullMarked;
