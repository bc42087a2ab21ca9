package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Looks for groups in which we may make others, one for each hierarchy that limits what we want limited.
///
/// In version 2 a group has either processes or limited children (Documentation/admin-guide/cgroup-v2.rst, *No Internal
/// Process Constraint*), so in the group that was given to us we have to step down from it first:
///
/// ```text
///   backwright.service/                 given to us, we stand in it
///   backwright.service/backwright-own   where we go
///   backwright.service/backwright-r1    a run
/// ```
///
/// @param files where to look
/// @param ours which processes are this one or started by it
/// @param wanted the controllers a run is to be limited by
record CgroupSearch(CgroupFiles files, Predicate<Long> ours, List<String> wanted) {

    static final String PREFIX = "backwright-";

    /// Not a controller of version 2, but what each of its groups does.
    private static final String COUNTING = "cpuacct";

    static CgroupSearch onThisMachine() {
        return new CgroupSearch(
                CgroupFiles.KERNEL, CgroupSearch::isOurs, List.of("memory", "pids", COUNTING));
    }

    private static boolean isOurs(long process) {
        var self = ProcessHandle.current();
        return process == self.pid() || self.descendants().anyMatch(p -> p.pid() == process);
    }

    List<Cgroups.Parent> in(List<Hierarchy> hierarchies) {
        var found = new ArrayList<Cgroups.Parent>();
        var open = new ArrayList<>(wanted);
        for (var hierarchy : hierarchies) {
            var offered = new ArrayList<>(hierarchy.second() ? wanted : hierarchy.controllers());
            offered.retainAll(open);
            if (offered.isEmpty() || (hierarchy.second() && !open.equals(wanted))) {
                continue;
            }
            place(hierarchy)
                    .ifPresent(folder -> {
                        found.add(new Cgroups.Parent(folder, hierarchy.second(), offered));
                        open.removeAll(offered);
                    });
        }
        return found;
    }

    private Optional<Path> place(Hierarchy hierarchy) {
        var own = hierarchy.own();
        if (!hierarchy.second()) {
            return Optional.of(own).filter(this::takesGroups);
        }
        if (passesOn(own) || stepDown(hierarchy)) {
            return Optional.of(own).filter(this::takesGroups);
        }
        return Optional.ofNullable(own.getParent())
                .filter(parent -> parent.startsWith(hierarchy.mount()))
                .filter(parent -> passesOn(parent) && takesGroups(parent));
    }

    /// Whether children of a group are limited, after asking for it if need be.
    private boolean passesOn(Path group) {
        var missing = controllers();
        try {
            missing.removeAll(words(group.resolve("cgroup.subtree_control")));
            if (!missing.isEmpty()
                    && words(group.resolve("cgroup.controllers")).containsAll(missing)) {
                var asked = "+" + String.join(" +", missing);
                files.write(group.resolve("cgroup.subtree_control"), asked);
                missing.removeAll(words(group.resolve("cgroup.subtree_control")));
            }
            return missing.isEmpty();
        } catch (IOException e) {
            return false; // not ours to ask, or a group with processes
        }
    }

    private List<String> controllers() {
        var all = new ArrayList<>(wanted);
        all.remove(COUNTING);
        return all;
    }

    /// Moves us into a child, where nobody else is in our group, or where it is the topmost of a container.
    private boolean stepDown(Hierarchy hierarchy) {
        var own = hierarchy.own();
        var child = own.resolve(PREFIX + RunFolder.Mark.next().name());
        try {
            var members = words(own.resolve("cgroup.procs"));
            if (!words(own.resolve("cgroup.controllers")).containsAll(controllers())
                    || !(own.equals(hierarchy.mount()) || allOurs(members))) {
                return false;
            }
            files.make(child);
            move(members, child);
            if (passesOn(own)) {
                return true;
            }
            move(members, own);
            files.remove(child);
            return false;
        } catch (IOException e) {
            return false; // not given to us
        }
    }

    private boolean allOurs(List<String> members) {
        return members.stream().map(Long::valueOf).allMatch(ours);
    }

    /// As many as are still there and may be moved; the kernel's answer to the next question tells whether it was enough.
    private void move(List<String> members, Path group) {
        for (var member : members) {
            try {
                files.write(group.resolve("cgroup.procs"), member);
            } catch (IOException e) {
                System.getLogger(CgroupSearch.class.getName())
                        .log(System.Logger.Level.DEBUG, "Could not move " + member, e);
            }
        }
    }

    private List<String> words(Path file) throws IOException {
        return Arrays.stream(files.read(file).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private boolean takesGroups(Path group) {
        var trial = group.resolve(PREFIX + RunFolder.Mark.next().name());
        try {
            files.make(trial);
            boolean ours = files.isWritable(trial.resolve("cgroup.procs"));
            files.remove(trial);
            return ours;
        } catch (IOException e) {
            return false;
        }
    }
}
