/// The MongoDB emulator, in processes of its own: what a learner's program asks of it must not cost the judge its memory or its threads.
///
/// ```text
///   Emulators (those at rest) ─► Emulator ── lines over stdin and stdout ──► EmulatorProcess: mongo-java-server on a loopback port
/// ```
///
/// The only place that knows `mongo-java-server`. Knows nothing of wires, logins or probes.
@NullMarked
package dev.backwright.services.mongo.emulator;

import org.jspecify.annotations.NullMarked;
