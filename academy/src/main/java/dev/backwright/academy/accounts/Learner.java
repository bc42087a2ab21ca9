package dev.backwright.academy.accounts;

import java.util.UUID;

/// A person as the one who learns: whose drafts, versions, hints and predictions are read or written. Handed on from the request to
/// the query; nothing looks up by itself who asks.
///
/// ```java
/// workbench.open(learner, lab)   // what lies on this learner's bench
/// ```
///
/// @param person the id of a row of `person`
public record Learner(UUID person) {

    /// The one of solo mode. Migration V7 makes the row.
    public static final Learner SOLO =
            new Learner(UUID.fromString("00000000-0000-0000-0000-000000000001"));
}
