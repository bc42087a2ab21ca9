/// The learner's server: started, spoken to over HTTP/1.1, watched and ended.
///
/// ```text
///   check ──► LearnersApp ── Exchanges ── Http (one connection each) ──► Running.connect(PORT) ──► the server
///                  ├─ Salvo ─ Lane (one connection under load) ─ Tally
///                  ├─ Arriving (a body as it comes), LiveConnection (bytes), LivePending (in flight)
///                  └─ Server (starts, awaits, signals) ── Log; several where a check asks for them
/// ```
///
/// Knows checks and sandbox. Must not know labs, reports or who judges.
@NullMarked
package dev.backwright.judge.app;

import org.jspecify.annotations.NullMarked;
