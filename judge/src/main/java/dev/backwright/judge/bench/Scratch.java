package dev.backwright.judge.bench;

import dev.backwright.services.server.MemoryArea;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where programs and labs' databases write while they are judged. While it is full any of them may fail, whoever made it.
final class Scratch {

    /// PostgreSQL wants a further 16 MB for its log now and then, and stops when it does not get them.
    private static final long LEAST = 20L << 20;

    private final List<Path> folders;

    private Scratch(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// @param home where runtime files and temporary files may lie
    static Scratch of(Path home) {
        return new Scratch(
                Stream.concat(Stream.of(home.resolve("run")), MemoryArea.find().stream()).toList());
    }

    /// Says which folder has too little room left, and what to do; nothing where all have enough.
    Optional<String> shortage() {
        return folders.stream().flatMap(folder -> shortage(folder).stream()).findFirst();
    }

    private static Optional<String> shortage(Path folder) {
        try {
            long left = Files.getFileStore(existing(folder)).getUsableSpace();
            return left < LEAST ? Optional.of(says(folder, left)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // whoever writes there will say what is wrong
        }
    }

    private static Path existing(Path folder) {
        Path at = folder.toAbsolutePath();
        while (Files.notExists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static String says(Path folder, long left) {
        return "%s, where programs run, is full: %d MB are left, and %d are needed. Free some space there."
                .formatted(folder, left >> 20, LEAST >> 20);
    }
}
