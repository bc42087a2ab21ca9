package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backwright.academy.platform.SoloFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps an academy from starting is said in one sentence by the process itself, with the exit code of its kind.
final class StartTroubleTest {

    @TempDir Path home;

    @Test
    void aHomeThatCannotBeMade() throws Exception {
        refuses(2, Path.of("/proc/backwright"), "cannot be written");
    }

    @Test
    void aHomeOfANewerVersion() throws Exception {
        Files.writeString(home.resolve("version"), "2\n");
        refuses(2, home, "was written by a newer Backwright");
    }

    @Test
    void wrongUsage() throws Exception {
        refuses(64, home, "Unknown option --colour", "--colour");
    }

    @Test
    void aPortInUse() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = "" + busy.getLocalPort();
            refuses(2, home, "Port " + port + " cannot be listened on", "--port", port);
        }
    }

    @Test
    void aHomeThatAnotherAcademyHolds() throws Exception {
        try (var first = ChildAcademy.open(home)) {
            var url = SoloFile.read(home).orElseThrow().url();
            var where = "process %d at %s".formatted(first.handle().pid(), url);
            refuses(2, home, where);
        }
    }

    @Test
    void aDiskThatIsFullAtTheStart() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root mounts a small disk");
        try (var academy = ChildAcademy.start(home, onADiskOf("20m"))) {
            assertEquals(2, academy.exitCode(), academy::said);
            assertTrue(academy.said().contains("20 MB left"), academy::said);
            assertEquals(1, academy.said().lines().count(), academy::said);
        }
    }

    @Test
    void aDiskThatFillsUpMeanwhileIsSaidAndIsNoEnd() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root mounts a small disk");
        try (var academy = ChildAcademy.start(home, onADiskOf("400m"), "--port", "0").greeted()) {
            var disk = Path.of("/proc/%d/root%s".formatted(academy.handle().pid(), home));
            var solo = SoloFile.read(disk).orElseThrow();
            var filler = disk.resolve("filler");
            fill(filler);
            var full = save(academy, solo, 500_000);
            assertEquals(507, full.statusCode(), full.body());
            assertTrue(full.body().contains("disk"), full.body());
            Files.delete(filler);
            Moment.comes(() -> save(academy, solo, 500_000).statusCode() == 200, academy::said);
        }
    }

    private static java.net.http.HttpResponse<String> save(
            ChildAcademy academy, SoloFile solo, int size) throws Exception {
        var body = "{\"files\":{\"a.js\":\"%s\"}}".formatted(Noise.of(size));
        return academy.send(solo, "PUT", "/api/labs/javascript/closures/draft", body);
    }

    private static void fill(Path filler) throws Exception {
        try (var out = Files.newOutputStream(filler)) {
            for (int size = 1 << 20; size > 0; ) {
                try {
                    out.write(new byte[size]);
                } catch (java.io.IOException e) {
                    size /= 2; // less and less fits
                }
            }
        }
    }

    /// Mounts a small disk on the home, which nobody else sees and which ends with the academy.
    private List<String> onADiskOf(String size) {
        var mount = "mount -t tmpfs -o size=%s none '%s' && exec \"$@\"".formatted(size, home);
        return List.of("unshare", "--mount", "sh", "-c", mount, "sh");
    }

    private static void refuses(int code, Path home, String words, String... arguments)
            throws Exception {
        try (var academy = ChildAcademy.start(home, List.of(), arguments)) {
            assertEquals(code, academy.exitCode(), academy::said);
            assertTrue(academy.said().contains(words), academy::said);
            assertEquals(1, academy.said().lines().count(), academy::said);
        }
    }
}
