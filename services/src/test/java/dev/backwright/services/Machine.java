package dev.backwright.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What tests share: PostgreSQL unpacked once for the module.
final class Machine {

    static final Path RUNTIME = Path.of("target", "runtime").toAbsolutePath();

    private Machine() {}

    static PostgresBinaries binaries() {
        return PostgresBinaries.unpack(RUNTIME);
    }

    static long entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var list = Files.list(folder)) {
            return list.count();
        }
    }

    static void kill(long pid) throws IOException, InterruptedException {
        var process = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-KILL", String.valueOf(pid)).start().waitFor();
        process.onExit().join();
    }
}
