package dev.backwright.cli.doctor;

import java.util.List;

/// What came of opening a sandbox as a judge would.
public sealed interface Trial {

    /// @param isolation `namespaces` or `process`
    /// @param limits what is in force, in the words of a report
    /// @param warnings what is weaker than it should be and what to do about it
    record Tried(String isolation, List<String> limits, List<String> warnings) implements Trial {
        public Tried {
            limits = List.copyOf(limits);
            warnings = List.copyOf(warnings);
        }
    }

    /// There is no judging here.
    record Refused(String why) implements Trial {}

    record Untried(String why) implements Trial {}
}
