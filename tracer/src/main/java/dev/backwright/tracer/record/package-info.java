/// Looks at a running program in each of its steps and writes what has changed, as docs/trace-format.md has it.
///
/// ```text
///   Recording ──► Recorder   hears probes and process, decides where there is a step
///                   │          Probe at a Spot, ResourceListener, both put there by TraceInstrument
///                   ├ Turns    which job begins and ends (Beginnings), what the program asks for (Operations)
///                   └► Steps   looks at what may have changed ──► State ──► TraceWriter
///                        ├ Calls, Stack      who runs
///                        ├ Scopes, Layout    what it sees: frames of GraalJS, by Slots
///                        ├ Heap, Raw         which objects have changed; Description says them
///                        ├ Jobs              what waits: Microtasks, NodeQueues, Operations, Listeners
///                        └ Why               one sentence
/// ```
///
/// All knowledge of GraalJS's inside and of where Node keeps its queues stands here and in `node`. Runs no code of the program: no getter, no proxy, no `toString`.
@NullMarked
package dev.backwright.tracer.record;

import org.jspecify.annotations.NullMarked;
