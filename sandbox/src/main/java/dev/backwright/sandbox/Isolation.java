package dev.backwright.sandbox;

import java.util.List;

/// What keeps learners' processes apart from the machine.
///
/// @param name `namespaces` or `process`
/// @param limits what is in force, in words for a person: `memory by cgroup v1`, `processes by rlimit`
/// @param warnings what is weaker than it should be and what to do about it
public record Isolation(String name, List<String> limits, List<String> warnings) {
    public Isolation {
        limits = List.copyOf(limits);
        warnings = List.copyOf(warnings);
    }
}
