package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a short program of ours to its end, in a cleared environment.
public record Command(List<String> words) {

    private static final int SECONDS = 120;

    public Command {
        words = List.copyOf(words);
    }

    /// What came of it: exit code, and both streams together.
    public record Result(int exit, String output) {
        public boolean ok() {
            return exit == 0;
        }
    }

    public static Result run(List<String> words) {
        return new Command(words).run();
    }

    public Result run() {
        try {
            Process process = builder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(
                    "Interrupted while \"" + words.getFirst() + "\" was running.", e);
        }
    }

    /// A process with nothing of our environment but a search path, in English, in UTC.
    public static ProcessBuilder builder(List<String> words) {
        var builder = new ProcessBuilder(words).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment()
                .put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }
}
