/// A check's words about MongoDB, over a throw-away database and the wire to it.
///
/// ```text
///   MongoService ─ open ─► LearnersMongo ──► MongoDatabase        (past the wire)
///        │ lacking              └─ SeenDocuments: expectations with the documents as evidence
///        ▼                      └─ LearnersWire ──► ServiceWire ◄── the learner's program
///   MongoServer: what the one at hand can do
/// ```
///
/// Knows checks, services and what was seen. Must not know labs, reports or who judges.
@NullMarked
package dev.backwright.judge.mongo;

import org.jspecify.annotations.NullMarked;
