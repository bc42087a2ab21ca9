/// Measurements, run by hand, side by side in one run on one machine.
///
/// ```text
///   bench/measure.sh ──► Main ──► Verdicts, Throughput ──► Solution ──► Judge (the real one)
///                          └────► Beside ──► SideBySide, a Contestant after the other:
///                                   WarmVerdict ──► Solution
///                                   Command (Rivals: node, node --test, jest, learnyounode)
///                                   BareLab (PlainRequests to BareServers over a PostgresServer)
///                          └────► Repeats ──► Answer by Answer, beside BusyProcesses; a Ledger keeps the counts
///                          └────► Accuracy ──► accuracy.Stryker, Answer by Answer ──► docs/accuracy.md
///   bench/measure.sh chaos, throughput S J ──► chaos.Chaos, chaos.Apart ──► academy and judges as processes
/// ```
///
/// Knows judge, course and services. Nothing knows it.
@NullMarked
package dev.backwright.bench;

import org.jspecify.annotations.NullMarked;
