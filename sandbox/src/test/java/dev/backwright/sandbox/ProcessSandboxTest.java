package dev.backwright.sandbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class ProcessSandboxTest
        implements SandboxContract, AheadContract, LimitsContract, WiresContract {

    @TempDir static Path folder;
    private static Sandbox sandbox;

    @BeforeAll
    static void open() throws Exception {
        java.nio.file.Files.setPosixFilePermissions(
                folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        var settings = SandboxSettings.of(Given.TOOLBOX, folder.resolve("run"));
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
