/// A check's words about the npm registry, over a registry of ours and the wire to it.
///
/// ```text
///   RegistryService ── open ──► LearnersRegistry ──► services.registry.Registry
/// ```
///
/// Knows checks, services and the rooms service, json and seen. Must not know labs, reports or who judges.
@NullMarked
package dev.backwright.judge.registry;

import org.jspecify.annotations.NullMarked;
