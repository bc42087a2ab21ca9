/// What this machine has, what it lacks, and what to do.
///
/// ```text
///   Doctor ──► a list of Probes, each a Finding ──► words or JSON
/// ```
///
/// Looks, and changes nothing that stays. Knows of services only which programs they would start. Must not know labs.
@NullMarked
package dev.backwright.cli.doctor;

import org.jspecify.annotations.NullMarked;
