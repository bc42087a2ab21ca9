package dev.backwright.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Notices saves in a folder by looking, which works on every file system and system alike.
/// Several files saved at once are one save: it waits until nothing changes any more.
final class Saves {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final Path folder;
    private Map<Path, Stamp> known;

    Saves(Path folder) {
        this.folder = folder;
        this.known = look();
    }

    private record Stamp(FileTime time, long size) {}

    /// Waits for a save that came after the last one this told of, or after the beginning.
    void awaitNext() throws InterruptedException {
        Map<Path, Stamp> now = look();
        while (now.equals(known)) {
            Thread.sleep(BETWEEN_LOOKS);
            now = look();
        }
        do {
            known = now;
            Thread.sleep(BETWEEN_LOOKS);
            now = look();
        } while (!now.equals(known));
    }

    private Map<Path, Stamp> look() {
        var seen = new HashMap<Path, Stamp>();
        try {
            Files.walkFileTree(folder, new Looking(seen));
        } catch (IOException e) {
            throw Stop.unjudged(folder + " cannot be watched any more: " + e);
        }
        return seen;
    }

    private static final class Looking extends SimpleFileVisitor<Path> {

        private final Map<Path, Stamp> seen;

        Looking(Map<Path, Stamp> seen) {
            this.seen = seen;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(".git") || folder.endsWith("node_modules")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            seen.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            return FileVisitResult.CONTINUE;
        }

        /// It vanished between listing and looking: an editor at work.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }
}
