package dev.backwright.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// The folder under which all runs of this process live, named by our process id and start time, so that the next of us
/// knows whether its owner is alive.
///
/// ```text
///   run/4711-1795384000000/kit/      scripts, the relay, FIFOs
///   run/4711-1795384000000/r1/       one run
/// ```
final class RunFolder {

    private final Path own;
    private final AtomicLong count = new AtomicLong();

    private RunFolder(Path own) {
        this.own = own;
    }

    static RunFolder open(Path root) {
        try {
            Files.createDirectories(root);
            sweep(root);
            var own = root.resolve(Mark.next().name());
            Files.createDirectory(own);
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx--x--x"));
            return new RunFolder(own);
        } catch (IOException e) {
            throw new SandboxException(
                    "Cannot use the folder "
                            + root
                            + " for runs ("
                            + e
                            + "); choose a writable one.",
                    e);
        }
    }

    private static void sweep(Path root) throws IOException {
        try (var children = Files.newDirectoryStream(root)) {
            for (var child : children) {
                if (Mark.isLeftover(child.getFileName().toString())) {
                    Strays.endThoseOf(child);
                    Trees.delete(child);
                }
            }
        }
    }

    /// Our name, unique on this machine, by which leftovers are known: in file names and in names of cgroups.
    String name() {
        return own.getFileName().toString();
    }

    Path kit() {
        return own.resolve("kit");
    }

    /// A new empty folder, open only to us and to those who know names in it.
    Path newRun() {
        var run = own.resolve("r" + count.incrementAndGet());
        try {
            Files.createDirectory(run);
            Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx--x--x"));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        Trees.delete(own);
    }

    /// Process id, start time in milliseconds and a number.
    record Mark(long pid, long started, long number) {

        private static final AtomicLong NUMBERS = new AtomicLong();

        static Mark next() {
            var self = ProcessHandle.current();
            return new Mark(self.pid(), startOf(self), NUMBERS.incrementAndGet());
        }

        String name() {
            return pid + "-" + started + "-" + number;
        }

        /// Whether a name is one of ours and its owner is gone.
        static boolean isLeftover(String name) {
            if (!name.matches("\\d{1,9}-\\d{1,15}-\\d{1,9}(-.*)?")) {
                return false;
            }
            var parts = name.split("-", 4);
            var started = Long.parseLong(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(owner -> startOf(owner) == started)
                    .isEmpty();
        }

        private static long startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }
}
