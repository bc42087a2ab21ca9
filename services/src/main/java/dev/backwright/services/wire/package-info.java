/// Wires between a learner's program and a service: every byte passes, each statement is noted, and disturbed on demand.
///
/// ```text
///   program ─► ServiceWire ─► WireConnection ─────────────────────────────► Endpoint
///                │ refuse       up:   MessageReader ─► Dialogue ─► Outbox       (the real server)
///                │              down: Outbox ◄─ Dialogue ◄─ MessageReader
///                └─ StatementLog of SeenEntry ◄─ Ledger ─┘   Disturbances: Pauses, Falls, Bandwidth
/// ```
///
/// Knows no protocol. A protocol is a [Protocol]: see [Dialogue] for what it has to say.
@NullMarked
package dev.backwright.services.wire;

import org.jspecify.annotations.NullMarked;
