package dev.backwright.judge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a judge needs to know of its surroundings; immutable:
/// `JudgeSettings.of(course, toolbox, home).withIsolation("process")`.
///
/// @param course the course's folder, with `labs/` in it
/// @param toolbox Node, npm and the course's packages
/// @param home where data and temporary files of runs may lie
/// @param isolation `namespaces` or `process` to force one; `null` for the strongest that works here
public record JudgeSettings(Path course, Path toolbox, Path home, @Nullable String isolation) {

    public JudgeSettings {
        if (isolation != null && !isolation.equals("namespaces") && !isolation.equals("process")) {
            throw new IllegalArgumentException(
                    "isolation is namespaces or process, got " + isolation);
        }
    }

    public static JudgeSettings of(Path course, Path toolbox, Path home) {
        return new JudgeSettings(course, toolbox, home, null);
    }

    public JudgeSettings withIsolation(@Nullable String name) {
        return new JudgeSettings(course, toolbox, home, name);
    }
}
