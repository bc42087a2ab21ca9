package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// The groups under which runs are counted and limited together, where we may make any. Version 1, 2 and both at once.
final class Cgroups {

    private static final String PREFIX = "backwright-";
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final Path OURS = Path.of("/proc/self/cgroup");
    private static final Pattern MOUNT =
            Pattern.compile("\\S+ \\S+ \\S+ (\\S+) (\\S+) .* - (cgroup2?) \\S+ (\\S+)");

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
            var parents = new ArrayList<Parent>();
            for (var mount : Files.readAllLines(MOUNTS)) {
                find(mount, Files.readAllLines(OURS), parents);
            }
            parents.forEach(parent -> sweep(parent.folder()));
            return new Cgroups(parents, name);
        } catch (IOException e) {
            return new Cgroups(List.of(), name); // no Linux
        }
    }

    private static void find(String mount, List<String> ours, List<Parent> parents) {
        var parts = MOUNT.matcher(mount);
        if (!parts.matches()) {
            return;
        }
        boolean second = parts.group(3).equals("cgroup2");
        for (var line : ours) {
            var fields = line.split(":", 3);
            boolean fits =
                    second
                            ? fields[0].equals("0")
                            : !fields[1].isEmpty()
                                    && List.of(parts.group(4).split(",", -1))
                                            .containsAll(List.of(fields[1].split(",", -1)));
            if (fits) {
                var inside = Path.of(parts.group(1)).relativize(Path.of(fields[2]));
                var folder = Path.of(parts.group(2)).resolve(inside).normalize();
                if (second) {
                    findSecond(folder, parents);
                } else {
                    findFirst(folder, fields[1], parents);
                }
            }
        }
    }

    private static void findFirst(Path folder, String names, List<Parent> parents) {
        var wanted =
                List.of(names.split(",", -1)).stream()
                        .filter(List.of("memory", "pids", "cpuacct")::contains)
                        .toList();
        if (!wanted.isEmpty() && parents.size() < 3 && canMakeGroups(folder)) {
            parents.add(new Parent(folder, false, wanted));
        }
    }

    /// In version 2 a group has either processes or limited children, so ours may have to go beside us, not below.
    private static void findSecond(Path own, List<Parent> parents) {
        for (var folder : List.of(own, own.resolveSibling(""))) {
            try {
                Files.writeString(folder.resolve("cgroup.subtree_control"), "+memory +pids");
            } catch (IOException e) {
                // then what is already there must do
            }
            try {
                var given =
                        List.of(
                                Files.readString(folder.resolve("cgroup.subtree_control"))
                                        .strip()
                                        .split(" ", -1));
                if (given.contains("memory")
                        && given.contains("pids")
                        && parents.size() < 3
                        && canMakeGroups(folder)) {
                    parents.add(new Parent(folder, true, List.of("memory", "pids", "cpuacct")));
                    return;
                }
            } catch (IOException e) {
                // not a group with children: look further
            }
        }
    }

    private static boolean canMakeGroups(Path folder) {
        var trial = folder.resolve(PREFIX + RunFolder.Mark.next().name());
        try {
            Files.createDirectory(trial);
            boolean ours = Files.isWritable(trial.resolve("cgroup.procs"));
            Files.delete(trial);
            return ours;
        } catch (IOException e) {
            return false;
        }
    }

    private static void sweep(Path folder) {
        try (var children = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var child : children) {
                if (RunFolder.Mark.isLeftover(
                        child.getFileName().toString().substring(PREFIX.length()))) {
                    Files.delete(child);
                }
            }
        } catch (IOException e) {
            System.getLogger(Cgroups.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not sweep {0}: {1}", folder, e);
        }
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
