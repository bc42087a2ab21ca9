package dev.backwright.cli;

import dev.backwright.judge.JudgeSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where things are; told by the `backwright` script.
///
/// @param course the course's folder
/// @param toolbox Node, npm and the packages
/// @param home data and temporary files
record Places(Path course, Path toolbox, Path home) {

    static Places ofThisProcess() {
        return new Places(
                told("backwright.course"), told("backwright.toolbox"), told("backwright.home"));
    }

    JudgeSettings judgeSettings() {
        return JudgeSettings.of(course, toolbox, home);
    }

    private static Path told(String property) {
        @Nullable String value = System.getProperty(property);
        if (value == null) {
            throw Stop.fault("-D" + property + " is missing; start by ./backwright.");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
