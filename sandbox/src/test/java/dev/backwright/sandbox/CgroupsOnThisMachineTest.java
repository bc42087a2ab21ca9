package dev.backwright.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the kernel itself says to the steps that [CgroupSearch] takes, wherever a hierarchy of version 2 is writable, with
/// whichever controller that has. A process of ours is moved about, never this one.
@Timeout(120)
final class CgroupsOnThisMachineTest {

    @Test
    void aGroupWithOneProcessOfOursIsSteppedDownIn() throws Exception {
        var hierarchy = second();
        var own = hierarchy.mount().resolve("backwright-test-" + RunFolder.Mark.next().name());
        var sleeper = new ProcessBuilder("sleep", "100").start();
        try {
            Files.createDirectory(own);
            Files.writeString(own.resolve("cgroup.procs"), "" + sleeper.pid());
            var wanted = List.of(hierarchy.controllers().getFirst());
            var search = new CgroupSearch(CgroupFiles.KERNEL, pid -> pid == sleeper.pid(), wanted);
            var found = search.in(List.of(new Hierarchy(hierarchy.mount(), own, true, List.of())));
            assertEquals(List.of(new Cgroups.Parent(own, true, wanted)), found);
            assertEquals("", Files.readString(own.resolve("cgroup.procs")));
            var group = Path.of("/proc", "" + sleeper.pid(), "cgroup");
            assertTrue(Files.readString(group).contains("/backwright-"), Files.readString(group));
        } finally {
            sleeper.destroyForcibly().waitFor();
            remove(own);
        }
    }

    @Test
    void aGroupWithStrangersIsLeftAsItWas() throws Exception {
        var hierarchy = second();
        var own = hierarchy.mount().resolve("backwright-test-" + RunFolder.Mark.next().name());
        var stranger = new ProcessBuilder("sleep", "100").start();
        try {
            Files.createDirectory(own);
            Files.writeString(own.resolve("cgroup.procs"), "" + stranger.pid());
            var wanted = List.of(hierarchy.controllers().getFirst());
            var search = new CgroupSearch(CgroupFiles.KERNEL, pid -> false, wanted);
            search.in(List.of(new Hierarchy(hierarchy.mount(), own, true, List.of())));
            assertEquals(stranger.pid() + "\n", Files.readString(own.resolve("cgroup.procs")));
        } finally {
            stranger.destroyForcibly().waitFor();
            remove(own);
        }
    }

    /// A writable hierarchy of version 2 whose topmost group hands a controller on, or may be told to.
    private static Hierarchy second() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/mountinfo")), "this machine has no cgroups");
        var all =
                Hierarchy.of(
                        Files.readAllLines(Path.of("/proc/self/mountinfo")),
                        Files.readAllLines(Path.of("/proc/self/cgroup")));
        var second = all.stream().filter(Hierarchy::second).findFirst();
        assumeTrue(second.isPresent(), "no hierarchy of version 2 is mounted here");
        var mount = second.get().mount();
        assumeTrue(
                Files.isWritable(mount.resolve("cgroup.procs")), mount + " is not ours to write");
        var controllers = words(mount.resolve("cgroup.controllers"));
        assumeTrue(!controllers.isEmpty(), mount + " has no controller to hand on");
        Files.writeString(mount.resolve("cgroup.subtree_control"), "+" + controllers.getFirst());
        return new Hierarchy(mount, mount, true, controllers);
    }

    private static List<String> words(Path file) throws IOException {
        var text = Files.readString(file).strip();
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static void remove(Path group) throws IOException {
        if (Files.exists(group)) {
            try (var children = Files.newDirectoryStream(group, Files::isDirectory)) {
                children.forEach(Cgroup::remove);
            }
            Cgroup.remove(group);
        }
    }
}
