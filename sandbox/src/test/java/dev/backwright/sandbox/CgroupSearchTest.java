package dev.backwright.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which groups are chosen on machines of other shapes, as their `/proc/self/mountinfo` and `/proc/self/cgroup` read.
final class CgroupSearchTest {

    private static final List<String> ALL = List.of("memory", "pids", "cpuacct");
    private static final String GIVEN = "cpuset cpu io memory pids";
    private static final long US = 4711;
    private static final long SHELL = 4000;

    @TempDir Path root = Path.of("");
    private CgroupFolders folders = new CgroupFolders(root);

    @BeforeEach
    void open() {
        folders = new CgroupFolders(root);
    }

    /// Version 2, mounted at the root of the folders.
    private List<Cgroups.Parent> second(String own) {
        return look(
                "30 23 0:26 / %s rw,nosuid,nodev,noexec,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot",
                "0::" + own);
    }

    private List<Cgroups.Parent> look(String mounts, String own) {
        var hierarchies =
                Hierarchy.of(
                        mounts.replace("%s", root.toString()).lines().toList(),
                        own.lines().toList());
        return new CgroupSearch(folders, process -> process == US, ALL).in(hierarchies);
    }

    private void chosen(String path, List<Cgroups.Parent> found) {
        assertEquals(List.of(new Cgroups.Parent(root.resolve(path), true, ALL)), found);
    }

    @Test
    void aServiceThatWasGivenItsGroupStepsDownInIt() throws IOException {
        folders.group("", GIVEN, GIVEN)
                .group("system.slice", GIVEN, GIVEN)
                .close("system.slice")
                .group("system.slice/backwright.service", GIVEN, "", US);
        chosen("system.slice/backwright.service", second("/system.slice/backwright.service"));
        assertEquals(List.of(), folders.members("system.slice/backwright.service"));
        var child = folders.groups().getLast();
        assertTrue(child.startsWith("system.slice/backwright.service/backwright-"), child);
        assertEquals(List.of("" + US), folders.members(child));
    }

    @Test
    void systemdMayHaveSteppedDownForUs() throws IOException { // DelegateSubgroup=main
        folders.group("", GIVEN, GIVEN)
                .group("backwright.service", GIVEN, "memory pids")
                .group("backwright.service/main", "memory pids", "", US, SHELL);
        chosen("backwright.service", second("/backwright.service/main"));
        assertEquals(List.of("" + US, "" + SHELL), folders.members("backwright.service/main"));
    }

    @Test
    void aTerminalOfADesktopHasRoomBesideIt() throws IOException {
        var slice = "user.slice/user-1000.slice/user@1000.service/app.slice";
        folders.group("", GIVEN, GIVEN)
                .group(slice, "memory pids", "memory pids")
                .group(slice + "/vte-spawn-1.scope", "memory pids", "", SHELL, US);
        chosen(slice, second("/" + slice + "/vte-spawn-1.scope"));
        assertEquals(List.of("" + SHELL, "" + US), folders.members(slice + "/vte-spawn-1.scope"));
    }

    @Test
    void aLoginByNetworkIsGivenNothing() throws IOException {
        folders.group("", GIVEN, GIVEN)
                .group("user-1000.slice", GIVEN, "memory pids")
                .close("user-1000.slice")
                .group("user-1000.slice/session-1.scope", "memory pids", "", SHELL, US)
                .close("user-1000.slice/session-1.scope");
        assertEquals(List.of(), second("/user-1000.slice/session-1.scope"));
        assertEquals(3, folders.groups().size());
    }

    @Test
    void aContainerWithWritableGroupsStepsDownWithAllThatIsInIt() throws IOException {
        folders.group("", GIVEN, "", 1, US);
        chosen("", second("/"));
        assertEquals(List.of(), folders.members(""));
        assertEquals(List.of("1", "" + US), folders.members(folders.groups().getLast()));
    }

    @Test
    void aContainerAsItUsuallyIsIsGivenNothing() throws IOException {
        folders.group("", GIVEN, "", US).close("");
        assertEquals(List.of(), second("/"));
        assertEquals(List.of("" + US), folders.members(""));
    }

    @Test
    void whatIsOutsideOfWhatWeSeeIsLeftAlone() throws IOException {
        folders.group("", GIVEN, "memory pids");
        assertEquals(List.of(), second("/../../elsewhere"));
    }

    @Test
    void whereControllersAreMissingNobodyIsMoved() throws IOException {
        folders.group("", "hugetlb", "", US);
        assertEquals(List.of(), second("/"));
        assertEquals(List.of("" + US), folders.members(""));
    }

    @Test
    void bothVersionsAtOnceAreLimitedByTheFirst() throws IOException {
        folders.group("unified", "hugetlb", "", US);
        for (var name : List.of("memory/process_api/119d", "pids", "cpuacct", "cpu")) {
            folders.group(name, "", "");
        }
        var found =
                look(
                        """
                        31 23 0:28 / %s rw,relatime - tmpfs tmpfs rw,mode=755
                        32 31 0:29 / %s/cpu rw,relatime - cgroup cgroup rw,cpu
                        33 31 0:30 / %s/cpuacct rw,relatime - cgroup cgroup rw,cpuacct
                        35 31 0:32 / %s/memory rw,relatime - cgroup cgroup rw,memory
                        39 31 0:36 / %s/pids rw,relatime - cgroup cgroup rw,pids
                        40 31 0:37 / %s/systemd rw,relatime - cgroup cgroup rw,name=systemd
                        41 31 0:38 / %s/unified rw,relatime - cgroup2 cgroup2 rw
                        """,
                        """
                        9:name=systemd:/
                        8:pids:/
                        4:memory:/process_api/119d
                        2:cpuacct:/
                        1:cpu:/
                        0::/
                        """);
        assertEquals(
                List.of(
                        first("cpuacct", "cpuacct"),
                        first("memory/process_api/119d", "memory"),
                        first("pids", "pids")),
                found);
    }

    private Cgroups.Parent first(String path, String... controllers) {
        return new Cgroups.Parent(root.resolve(path), false, List.of(controllers));
    }

    @Test
    void controllersMountedTogetherAndInAContainerAreFound() throws IOException {
        folders.group("cpu,cpuacct", "", "").group("memory", "", "");
        var found =
                look(
                        """
                        37 31 0:32 /docker/ab12 %s/cpu,cpuacct rw,nosuid - cgroup cgroup rw,cpu,cpuacct
                        38 31 0:33 /docker/ab12 %s/memory rw,nosuid master:7 - cgroup cgroup rw,memory
                        """,
                        "11:cpu,cpuacct:/docker/ab12\n9:memory:/docker/ab12\n");
        assertEquals(List.of(first("cpu,cpuacct", "cpuacct"), first("memory", "memory")), found);
    }

    @Test
    void aGroupOfVersionTwoIsLimitedAndReadInItsOwnWords() throws IOException {
        var group = Files.createDirectories(root.resolve("run"));
        Files.writeString(group.resolve("memory.swap.max"), "max\n");
        Files.writeString(group.resolve("cpu.stat"), "usage_usec 1500000\nuser_usec 1\n");
        Files.writeString(
                group.resolve("memory.events"), "low 0\nhigh 0\nmax 9\noom 1\noom_kill 0\n");
        var made = new Cgroup(List.of(new Cgroup.Member(group, true, ALL)));
        made.limit(Limits.STANDARD.withMemory(1000).withProcesses(7));
        assertEquals("1000", Files.readString(group.resolve("memory.max")));
        assertEquals("0", Files.readString(group.resolve("memory.swap.max")));
        assertEquals("7", Files.readString(group.resolve("pids.max")));
        assertEquals(1500, made.cpu().orElseThrow().toMillis());
        assertEquals(false, made.ranOutOfMemory());
        Files.writeString(group.resolve("memory.events"), "oom 1\noom_kill 2\noom_group_kill 0\n");
        assertTrue(made.ranOutOfMemory());
        assertEquals(List.of("group", "8", group.toString()), made.instructions());
    }
}
