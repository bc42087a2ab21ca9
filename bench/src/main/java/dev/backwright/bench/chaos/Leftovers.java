package dev.backwright.bench.chaos;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is still there after everything has ended.
record Leftovers(Place place, List<Long> pids) {

    /// Each in a few words.
    List<String> find() throws IOException {
        var left = new ArrayList<String>();
        ProcessHandle.allProcesses()
                .filter(it -> it.pid() != ProcessHandle.current().pid())
                .filter(it -> Victim.commandOf(it).contains(place.home().toString()))
                .forEach(it -> left.add("process " + it.pid() + ": " + Victim.commandOf(it)));
        var shared = Path.of("/dev/shm/backwright-" + System.getProperty("user.name"));
        for (long pid : pids) {
            named(place.home().resolve("run"), 1, pid + "-", left);
            named(place.home().resolve("run"), 1, "labs-" + pid + "-", left);
            named(shared, 1, "labs-" + pid + "-", left);
            named(Path.of("/sys/fs/cgroup"), 8, "backwright-" + pid + "-", left);
        }
        return left;
    }

    private static void named(Path folder, int depth, String start, List<String> left)
            throws IOException {
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, Set.of(), depth, new Named(start, left));
        }
    }

    /// Others start and end things meanwhile: what is gone when it is looked at was none of ours.
    private static final class Named extends SimpleFileVisitor<Path> {

        private final String start;
        private final List<String> left;

        Named(String start, List<String> left) {
            this.start = start;
            this.left = left;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) {
            return note(found);
        }

        @Override
        public FileVisitResult visitFile(Path found, BasicFileAttributes attributes) {
            return note(found);
        }

        private FileVisitResult note(Path found) {
            if (found.getFileName().toString().startsWith(start)) {
                left.add(found.toString());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path gone, IOException problem) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path found, @Nullable IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
