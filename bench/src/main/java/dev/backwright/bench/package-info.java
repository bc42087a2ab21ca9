/// Measurements, run by hand, side by side in one run on one machine.
///
/// ```text
///   bench/measure.sh verdicts ──► Main ──► Verdicts ──► Judge (the real one) ──► Figures
/// ```
///
/// Knows judge and course. Nothing knows it.
@NullMarked
package dev.backwright.bench;

import org.jspecify.annotations.NullMarked;
