package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The groups under which runs are counted and limited together, where we may make any. Version 1, 2 and both at once.
final class Cgroups {

    private static final String PREFIX = CgroupSearch.PREFIX;
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final Path OURS = Path.of("/proc/self/cgroup");

    private final List<Parent> parents;
    private final String name;
    private final AtomicLong count = new AtomicLong();

    private Cgroups(List<Parent> parents, String name) {
        this.parents = parents;
        this.name = name;
    }

    /// @param controllers of those we want the ones limited here
    record Parent(Path folder, boolean second, List<String> controllers) {}

    /// Finds what is writable and removes what dead processes of ours have left.
    static Cgroups look(String name) {
        try {
            var hierarchies = Hierarchy.of(Files.readAllLines(MOUNTS), Files.readAllLines(OURS));
            return in(CgroupSearch.onThisMachine().in(hierarchies), name);
        } catch (IOException e) {
            return none(); // no Linux
        }
    }

    static Cgroups none() {
        return new Cgroups(List.of(), "none");
    }

    static Cgroups in(List<Parent> parents, String name) {
        parents.forEach(parent -> sweep(parent.folder()));
        return new Cgroups(parents, name);
    }

    private static void sweep(Path folder) {
        try (var children = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var child : children) {
                if (RunFolder.Mark.isLeftover(
                        child.getFileName().toString().substring(PREFIX.length()))) {
                    Cgroup.end(child);
                    Cgroup.remove(child);
                }
            }
        } catch (IOException e) {
            System.getLogger(Cgroups.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not sweep {0}: {1}", folder, e);
        }
    }

    boolean limitAnything() {
        return !parents.isEmpty();
    }

    boolean limit(String controller) {
        return parents.stream().anyMatch(parent -> parent.controllers().contains(controller));
    }

    /// Makes the groups of one run.
    Cgroup create(Limits limits) {
        var groups = new ArrayList<Cgroup.Member>();
        var run = PREFIX + name + "-" + count.incrementAndGet();
        try {
            for (var parent : parents) {
                var folder = Files.createDirectory(parent.folder().resolve(run));
                groups.add(new Cgroup.Member(folder, parent.second(), parent.controllers()));
            }
            var made = new Cgroup(List.copyOf(groups));
            made.limit(limits);
            return made;
        } catch (IOException e) {
            new Cgroup(groups).remove();
            throw new SandboxException("Could not make a cgroup for a run: " + e, e);
        }
    }

    /// In words, for a person.
    String describe(String controller) {
        return parents.stream()
                .filter(parent -> parent.controllers().contains(controller))
                .map(parent -> parent.second() ? "cgroup v2" : "cgroup v1")
                .findFirst()
                .orElse("rlimit");
    }
}
