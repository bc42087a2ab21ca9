package dev.backwright.judge.project;

import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.SandboxSettings;
import dev.backwright.sandbox.Sandboxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class ProjectInProcessTest implements CommandContract, NpmContract {

    @TempDir static Path folder;
    private static Sandbox sandbox;

    @BeforeAll
    static void open() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path toolbox = Path.of("../toolbox").toAbsolutePath().normalize();
        var settings = SandboxSettings.of(toolbox, folder.resolve("run"));
        sandbox = Sandboxes.open(settings.withKind(SandboxSettings.Kind.PROCESS));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Override
    public Sandbox sandbox() {
        return sandbox;
    }
}
