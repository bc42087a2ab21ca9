package dev.backwright.academy.submissions;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a learner works on.
///
/// @param starterDigest digest of the starter it began with
/// @param files path and text
public record Draft(String starterDigest, Map<String, String> files, Instant savedAt) {
    public Draft {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
