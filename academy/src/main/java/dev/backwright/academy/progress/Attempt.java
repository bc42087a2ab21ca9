package dev.backwright.academy.progress;

import java.time.Instant;
import java.util.Map;

/// One judged attempt, as far as hints need to know it.
///
/// @param files digest of its files
/// @param outcomes check and what became of it
record Attempt(Instant judgedAt, String files, Map<String, String> outcomes) {

    Attempt {
        outcomes = Map.copyOf(outcomes);
    }

    boolean failed(String check) {
        return "failed".equals(outcomes.get(check));
    }

    /// Whether both the files and what came of them differ.
    boolean differsFrom(Attempt before) {
        return !files.equals(before.files) && !outcomes.equals(before.outcomes);
    }
}
