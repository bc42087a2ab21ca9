/// Kills whatever takes part in judging, one after the other, while submissions stream in; nothing may be lost, nothing doubled,
/// nothing left behind.
///
/// ```text
///   Chaos ──► Stream (hands in, asks what became of it) ──► academy over HTTP
///     ├────► Cast (academy and judges, started again when they are dead)
///     ├────► Victim (finds one in the cast's processes)
///     └────► Leftovers (processes, folders, cgroups)
/// ```
///
/// Knows academy and judge as processes only.
@NullMarked
package dev.backwright.bench.chaos;

import org.jspecify.annotations.NullMarked;
