package dev.backwright.services.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Ends a server when we die, where the kernel cannot (macOS): a shell that reads from a pipe of ours, which closes with us.
final class Watchdog implements AutoCloseable {

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    static Watchdog over(long pid, String signal) {
        try {
            String script = "read -r quiet && exit; kill -" + signal + " " + pid;
            return new Watchdog(Command.builder(List.of("/bin/sh", "-c", script)).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var pipe = process.getOutputStream()) {
            pipe.write('\n');
        } catch (IOException alreadyGone) {
            process.destroy();
        }
    }
}
