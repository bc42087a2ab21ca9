/// MongoDB: a real server where there is one, else an emulator, and the protocol between it and a learner's program.
///
/// ```text
///   MongoServer ─► Host: RealHost (an address, or a Mongod of ours) | EmulatedHost
///     │ lacking ─► Capabilities ─► Probe: a small program for each thing a server may be able to do
///     │ create
///     ▼
///   MongoDatabase: run, insert, find, indexes past the wire, by a Session
///     └ wire() ──► MongoProtocol ─► MongoDialogue: Envelope ─► MongoCommand ─► CommandText; Reply ends the statement
/// ```
///
/// Knows the wire and the servers' processes. Must not know labs, checks or reports.
@NullMarked
package dev.backwright.services.mongo;

import org.jspecify.annotations.NullMarked;
