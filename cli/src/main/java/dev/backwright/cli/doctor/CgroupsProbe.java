package dev.backwright.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whether limits can be set for a whole process tree; without, each process has limits of its own.
///
/// @param root the machine's root folder
record CgroupsProbe(Path root) implements Probe {

    private static final String WHAT = "limits";

    @Override
    public Finding look() {
        Path groups = root.resolve("sys/fs/cgroup");
        if (!Files.isDirectory(groups)) {
            return Finding.good(WHAT, "by rlimits, for each process");
        }
        List<String> lines = ownGroups();
        Optional<Path> v2 = group(lines, "0::", groups);
        if (v2.isPresent() && Files.isRegularFile(groups.resolve("cgroup.controllers"))) {
            return finding("cgroup v2", v2.get());
        }
        return group(lines, ":memory:", groups.resolve("memory"))
                .map(memory -> finding("cgroup v1", memory))
                .orElseGet(() -> Finding.good(WHAT, "by rlimits, for each process"));
    }

    private static Finding finding(String kind, Path group) {
        return Files.isWritable(group)
                ? Finding.good(WHAT, "by " + kind + ", for the whole tree")
                : Finding.good(
                        WHAT,
                        "by rlimits, for each process (" + kind + " is there and not writable)");
    }

    private Optional<Path> group(List<String> lines, String marker, Path below) {
        return lines.stream()
                .filter(line -> line.contains(marker))
                .map(line -> line.substring(line.indexOf('/') + 1))
                .map(below::resolve)
                .map(path -> Files.isDirectory(path) ? path : below)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private List<String> ownGroups() {
        try {
            return Files.readAllLines(root.resolve("proc/self/cgroup"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
