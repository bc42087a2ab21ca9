package dev.backwright.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What tests look at and do on the machine.
public final class Machine {

    private Machine() {}

    public static long entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var list = Files.list(folder)) {
            return list.count();
        }
    }

    public static void kill(long pid) throws IOException, InterruptedException {
        var process = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-KILL", String.valueOf(pid)).start().waitFor();
        process.onExit().join();
    }
}
