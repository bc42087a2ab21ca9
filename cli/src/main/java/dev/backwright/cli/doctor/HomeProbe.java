package dev.backwright.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder where data lives: can it be written, how large is it, how much room is left.
record HomeProbe(Path home) implements Probe {

    private static final String WHAT = "home folder";
    private static final long MEGABYTE = 1_000_000;
    private static final long ENOUGH = 1_000 * MEGABYTE;

    @Override
    public Finding look() {
        Path nearest = nearestThatIs();
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            return Finding.missing(
                    WHAT,
                    home + " cannot be written",
                    "Set BACKWRIGHT_HOME to a folder of your own.");
        }
        try {
            long free = Files.getFileStore(nearest).getUsableSpace();
            String seen = "%s, %s, %d MB free".formatted(home, size(), free / MEGABYTE);
            return free >= ENOUGH
                    ? Finding.good(WHAT, seen)
                    : Finding.weak(
                            WHAT, seen, "Make room, or set BACKWRIGHT_HOME to a larger disk.");
        } catch (IOException e) {
            return Finding.weak(
                    WHAT,
                    home + " cannot be measured: " + e,
                    "Set BACKWRIGHT_HOME to another folder.");
        }
    }

    /// Where the folder is not made yet, what it will be made in.
    private Path nearestThatIs() {
        Path nearest = home;
        for (@Nullable Path up = home; up != null && !Files.exists(nearest); up = up.getParent()) {
            nearest = up;
        }
        return nearest;
    }

    private String size() throws IOException {
        if (!Files.exists(home)) {
            return "not made yet";
        }
        try (Stream<Path> all = Files.walk(home)) {
            return "%d MB".formatted(all.mapToLong(HomeProbe::bytes).sum() / MEGABYTE);
        } catch (UncheckedIOException e) {
            return "of unknown size";
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException vanished) {
            return 0;
        }
    }
}
