package dev.backwright.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backwright.sandbox.SandboxSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a process of ours leaves behind that ends without closing its sandbox.
@Timeout(180)
final class LeftoversTest {

    @TempDir Path folder = Path.of("");

    @BeforeEach
    void letOthersIn() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingSurvivesAnEndWithoutClose(Kind kind) throws Exception {
        var lingering = Lingering.that("exits", kind, folder);
        lingering.end();
        Until.holds(() -> !lingering.isAlive());
        if (kind == Kind.PROCESS) {
            assertEquals(List.of(), children(), "its folder went with it");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAKilledOneLeavesIsEndedAndSweptByTheNext(Kind kind) throws Exception {
        var lingering = Lingering.that("waits", kind, folder);
        long owner = lingering.end();
        assertEquals(1, children().size(), "a killed process cannot tidy up");
        if (kind == Kind.NAMESPACES) {
            Until.holds(() -> !lingering.isAlive()); // the kernel ends it, nobody need come
        }
        Sandboxes.open(SandboxSettings.of(Given.TOOLBOX, folder).withKind(kind)).close();
        Until.holds(() -> !lingering.isAlive());
        assertEquals(List.of(), children(), "the next one does");
        assertFalse(anyGroupOf(owner), "nor is a cgroup left");
    }

    private List<Path> children() throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static boolean anyGroupOf(long owner) throws IOException {
        if (!Files.exists(Path.of("/proc/self/mountinfo"))) {
            return false;
        }
        var hierarchies =
                Hierarchy.of(
                        Files.readAllLines(Path.of("/proc/self/mountinfo")),
                        Files.readAllLines(Path.of("/proc/self/cgroup")));
        for (var parent : CgroupSearch.onThisMachine().in(hierarchies)) {
            var name = CgroupSearch.PREFIX + owner + "-*";
            try (var groups = Files.newDirectoryStream(parent.folder(), name)) {
                if (groups.iterator().hasNext()) {
                    return true;
                }
            }
        }
        return false;
    }
}
