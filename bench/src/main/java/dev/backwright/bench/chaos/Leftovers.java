package dev.backwright.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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
            try (Stream<Path> all =
                    Files.find(
                            folder,
                            depth,
                            (path, _) -> path.getFileName().toString().startsWith(start))) {
                all.forEach(path -> left.add(path.toString()));
            }
        }
    }
}
