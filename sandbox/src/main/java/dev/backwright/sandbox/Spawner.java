package dev.backwright.sandbox;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts all processes from one thread that lives as long as we do: `--die-with-parent` of bubblewrap follows the thread
/// that started it, not the process.
final class Spawner {

    private static final ExecutorService THREAD =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("sandbox-spawner").factory());

    private Spawner() {}

    static Process start(ProcessBuilder builder) {
        try {
            return THREAD.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new SandboxException(
                    "Could not start " + builder.command().getFirst() + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while starting a process.", e);
        }
    }

    /// Runs a small program of the machine to its end: its exit code and all it printed.
    static Answer ask(ProcessBuilder builder) {
        var process = start(builder.redirectErrorStream(true));
        try (var out = process.getInputStream()) {
            process.getOutputStream().close();
            var text = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text.strip());
        } catch (IOException e) {
            return new Answer(-1, e.toString());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while asking " + builder.command(), e);
        }
    }

    record Answer(int code, String text) {
        boolean good() {
            return code == 0;
        }
    }
}
