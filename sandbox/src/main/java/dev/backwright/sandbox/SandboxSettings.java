package dev.backwright.sandbox;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a sandbox finds what it needs: `SandboxSettings.of(toolbox, runFolder).withKind(Kind.PROCESS)`.
///
/// @param toolbox folder with `bin/node`, `bin/npm` and `node_modules`
/// @param runFolder where runs keep their folders; may be shared by several processes of ours
/// @param kind which isolation to use; null for the best one that works here
public record SandboxSettings(Path toolbox, Path runFolder, @Nullable Kind kind) {

    public SandboxSettings {
        toolbox = toolbox.toAbsolutePath().normalize();
        runFolder = runFolder.toAbsolutePath().normalize();
    }

    public static SandboxSettings of(Path toolbox, Path runFolder) {
        return new SandboxSettings(toolbox, runFolder, null);
    }

    public SandboxSettings withKind(@Nullable Kind wanted) {
        return new SandboxSettings(toolbox, runFolder, wanted);
    }

    /// The two kinds of isolation.
    public enum Kind {
        NAMESPACES,
        PROCESS
    }
}
