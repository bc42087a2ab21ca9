package dev.backwright.judge;

import java.util.List;

/// What a judge runs submissions on.
///
/// @param judge version of the judge
/// @param node version of Node: `v24.21.0`
/// @param isolation `namespaces` or `process`
/// @param limits what is in force, in words for a person
/// @param warnings what is weaker than it should be and what to do about it
public record Machine(
        String judge, String node, String isolation, List<String> limits, List<String> warnings) {
    public Machine {
        limits = List.copyOf(limits);
        warnings = List.copyOf(warnings);
    }
}
