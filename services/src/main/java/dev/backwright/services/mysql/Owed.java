package dev.backwright.services.mysql;

import java.util.List;
import java.util.Optional;

/// An answer the server owes.
///
/// @param asked the statements it is about
/// @param prepared the prepared statement it is about
record Owed(Answer answer, List<Asked> asked, Optional<Prepared> prepared) {

    Owed {
        asked = List.copyOf(asked);
    }

    /// Those without an answer so far.
    List<Asked> open() {
        return asked.stream().filter(Asked::open).toList();
    }
}
