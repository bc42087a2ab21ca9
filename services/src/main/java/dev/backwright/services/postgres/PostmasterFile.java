package dev.backwright.services.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a server writes about itself into `postmaster.pid`: process id, data folder, start, port, socket folder, address,
/// shared memory, status (miscadmin.h, "LOCK_FILE_LINE").
///
/// @param ready whether it takes connections
record PostmasterFile(long pid, boolean ready) {

    private static final int STATUS_LINE = 7;

    static Path in(Path data) {
        return data.resolve("postmaster.pid");
    }

    /// Empty where there is none, or one half written.
    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(in(data));
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst().strip()), ready));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /// The server that wrote this, if it still runs; another program that got its number is not it.
    Optional<ProcessHandle> running(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().commandLine().orElse("").contains(data.toString()));
    }
}
