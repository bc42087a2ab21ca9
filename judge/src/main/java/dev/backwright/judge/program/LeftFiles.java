package dev.backwright.judge.program;

import dev.backwright.sandbox.Running;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The folder of a process that has ended.
///
/// @param given the files that were there before
record LeftFiles(Running running, Set<String> given) {

    private static final int LONGEST = 4 << 20;

    LeftFiles {
        given = Set.copyOf(given);
    }

    /// What was not there before.
    List<String> added() {
        return running.files().keySet().stream().filter(path -> !given.contains(path)).toList();
    }

    Optional<Long> size(String path) {
        return Optional.ofNullable(running.files().get(path));
    }

    Optional<String> text(String path) {
        return Optional.ofNullable(running.read(path, LONGEST))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
