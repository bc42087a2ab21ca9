package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Plain folders that keep the kernel's rules for groups of version 2, so that shapes of other machines can be tried
/// here. [CgroupsOnThisMachineTest] holds the same rules against the real kernel.
final class CgroupFolders implements CgroupFiles {

    private final Path root;
    private final Set<Path> closed = new HashSet<>();

    CgroupFolders(Path root) {
        this.root = root;
    }

    /// A group that is there, with what it may hand on, what it does hand on, and its processes.
    CgroupFolders group(String path, String controllers, String handedOn, long... processes)
            throws IOException {
        var folder = Files.createDirectories(root.resolve(path));
        Files.writeString(folder.resolve("cgroup.controllers"), controllers);
        Files.writeString(folder.resolve("cgroup.subtree_control"), handedOn);
        var lines = Arrays.stream(processes).mapToObj(Long::toString).toList();
        Files.write(folder.resolve("cgroup.procs"), lines);
        return this;
    }

    /// Belongs to somebody else, or is mounted read-only.
    CgroupFolders close(String path) {
        closed.add(root.resolve(path));
        return this;
    }

    List<String> members(String path) throws IOException {
        return Files.readAllLines(root.resolve(path).resolve("cgroup.procs"));
    }

    List<String> groups() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isDirectory).map(p -> root.relativize(p).toString()).toList();
        }
    }

    @Override
    public void write(Path file, String text) throws IOException {
        var group = file.resolveSibling("");
        refuse(closed.contains(group), "EACCES");
        switch (file.getFileName().toString()) {
            case "cgroup.procs" -> enter(group, text);
            case "cgroup.subtree_control" -> handOn(group, text);
            default -> throw new FileSystemException("no such file: " + file);
        }
    }

    private void enter(Path group, String process) throws IOException {
        refuse(!read(group.resolve("cgroup.subtree_control")).isEmpty(), "EBUSY");
        for (var other : groups()) {
            var members = new java.util.ArrayList<>(members(other));
            if (members.remove(process)) {
                Files.write(root.resolve(other).resolve("cgroup.procs"), members);
            }
        }
        Files.writeString(
                group.resolve("cgroup.procs"),
                process + "\n",
                java.nio.file.StandardOpenOption.APPEND);
    }

    private void handOn(Path group, String asked) throws IOException {
        refuse(!read(group.resolve("cgroup.procs")).isEmpty(), "EBUSY");
        var all = new java.util.TreeSet<>(words(read(group.resolve("cgroup.subtree_control"))));
        for (var word : words(asked)) {
            var name = word.substring(1);
            refuse(!words(read(group.resolve("cgroup.controllers"))).contains(name), "ENOENT");
            all.add(name);
        }
        Files.writeString(group.resolve("cgroup.subtree_control"), String.join(" ", all));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    @Override
    public void make(Path group) throws IOException {
        refuse(closed.contains(group.resolveSibling("")), "EACCES");
        Files.createDirectory(group);
        var given = read(group.resolveSibling("cgroup.subtree_control"));
        group(root.relativize(group).toString(), given, "");
    }

    @Override
    public void remove(Path group) throws IOException {
        refuse(!read(group.resolve("cgroup.procs")).isEmpty(), "EBUSY");
        try (var files = Files.list(group)) {
            for (var file : files.toList()) {
                refuse(Files.isDirectory(file), "EBUSY");
                Files.delete(file);
            }
        }
        Files.delete(group);
    }

    private static void refuse(boolean that, String why) throws IOException {
        if (that) {
            throw new FileSystemException(why);
        }
    }
}
