package dev.backwright.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a sandbox finds what it needs: `SandboxSettings.of(toolbox, runFolder).withKind(Kind.PROCESS)`.
///
/// @param toolbox folder with `bin/node`, `bin/npm`, `bin/yarn` and `node_modules`
/// @param runFolder where runs keep their folders; may be shared by several processes of ours
/// @param kind which isolation to use; null for the best one that works here
/// @param people whose programs are run
public record SandboxSettings(Path toolbox, Path runFolder, @Nullable Kind kind, People people) {

    public SandboxSettings {
        toolbox = toolbox.toAbsolutePath().normalize();
        runFolder = runFolder.toAbsolutePath().normalize();
    }

    /// For one's own programs.
    public static SandboxSettings of(Path toolbox, Path runFolder) {
        return new SandboxSettings(toolbox, runFolder, null, People.ONESELF);
    }

    public SandboxSettings withKind(@Nullable Kind wanted) {
        return new SandboxSettings(toolbox, runFolder, wanted, people);
    }

    public SandboxSettings withPeople(People whose) {
        return new SandboxSettings(toolbox, runFolder, kind, whose);
    }

    /// The two kinds of isolation.
    public enum Kind {
        NAMESPACES,
        PROCESS
    }
}
