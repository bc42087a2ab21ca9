package dev.backwright.services.mysql;

import dev.backwright.services.server.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A server whose Backwright was killed and whose system did not end it.
final class Leftover {

    private Leftover() {}

    /// Ends it; another program that got its number is not it.
    static void end(MariaDbFolder folder) {
        pid(folder)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().commandLine().orElse("").contains(folder.data().toString()))
                .ifPresent(
                        process -> Signals.end(process, Duration.ofSeconds(10), List.of("KILL")));
    }

    private static Optional<Long> pid(MariaDbFolder folder) {
        try {
            return Optional.of(Long.parseLong(Files.readString(folder.pid()).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
