package dev.backwright.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Launches for tests, and what came of them.
final class Given {

    static final Path TOOLBOX = Path.of("../toolbox").toAbsolutePath().normalize();

    /// Generous on the clock: tests run on busy machines.
    static final Limits LIMITS =
            Limits.STANDARD.withWall(Duration.ofSeconds(60)).withCpu(Duration.ofSeconds(30));

    private Given() {}

    static Launch command(String... command) {
        return Launch.of(command).withLimits(LIMITS);
    }

    static Launch script(String javascript) {
        return command("node", "main.js").withFile("main.js", javascript);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Outcome outcome(Running running) throws Exception {
        return running.outcome().get(90, TimeUnit.SECONDS);
    }

    record Seen(Outcome outcome, String out, String err, boolean truncated) {}

    static Seen run(Sandbox sandbox, Launch launch) throws Exception {
        try (var running = sandbox.start(launch)) {
            var outcome = outcome(running);
            var output = running.output();
            return new Seen(outcome, output.out(), output.err(), output.truncated());
        }
    }
}
