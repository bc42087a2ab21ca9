package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backwright.academy.platform.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the academy cannot start, its process says why in one sentence, ends with the code for it, and leaves the home as it is.
final class RefusedStartTest {

    /// Root may write everywhere; not without its capabilities.
    private static final List<String> AS_ANYBODY = List.of("setpriv", "--bounding-set=-all");

    @TempDir Path home;

    @Test
    void aHomeThatMayNotBeWritten() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
        refuses(
                isRoot() ? AS_ANYBODY : List.of(),
                2,
                "The home folder %s cannot be written (permission denied). Make it writable, or choose another one with BACKWRIGHT_HOME."
                        .formatted(home));
    }

    @Test
    void aFileInPlaceOfTheHome() throws Exception {
        home = Files.writeString(home.resolve("file"), "mine");
        refuses(
                List.of(),
                2,
                "The home folder %s cannot be written (a file is in its place). Make it writable, or choose another one with BACKWRIGHT_HOME."
                        .formatted(home));
    }

    @Test
    void aHomeThatAnotherAcademyHolds() throws Exception {
        try (var held = Home.open(home)) {
            held.announce("http://127.0.0.1:8099");
            refuses(
                    List.of(),
                    2,
                    "Another academy already uses %s: process %d at http://127.0.0.1:8099. Open that one, end it, or choose another home with BACKWRIGHT_HOME."
                            .formatted(home, ProcessHandle.current().pid()));
        }
    }

    @Test
    void aHomeOfANewerVersion() throws Exception {
        Files.writeString(home.resolve("version"), "99\n");
        refuses(
                List.of(),
                2,
                "The home folder %s was written by a newer Backwright (format 99, this one knows 1). Update Backwright, or choose another home with BACKWRIGHT_HOME."
                        .formatted(home));
    }

    @Test
    void aPortThatIsInUse() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = busy.getLocalPort();
            refuses(
                    List.of(),
                    2,
                    "Port %d cannot be listened on: something else does, or it needs rights. Name another with --port, or leave --port out for the next free one."
                            .formatted(port),
                    "--port",
                    "" + port);
        }
    }

    @Test
    void anOptionNobodyKnows() throws Exception {
        refuses(
                List.of(),
                64,
                "Unknown option --fast. The academy knows --port N, --export FILE and --import FILE.",
                "--fast");
    }

    @Test
    void aDiskThatIsTooSmall() throws Exception {
        assumeMounts();
        refuses(OwnMounts.before(OwnMounts.tmpfs(home, "64m")), 2, noRoom(64));
    }

    @Test
    void aDiskOnWhichNotOneByteIsLeft() throws Exception {
        assumeMounts();
        var full =
                OwnMounts.tmpfs(home, "64k")
                        + "; head -c 64k /dev/zero >'%s/others' || true".formatted(home);
        refuses(OwnMounts.before(full), 2, noRoom(0));
    }

    private String noRoom(int left) {
        return "The disk that holds %s has %d MB left, and Backwright needs 100. Free some space, or choose another home with BACKWRIGHT_HOME."
                .formatted(home, left);
    }

    private void assumeMounts() throws Exception {
        var hindrance = OwnMounts.hindrance(home);
        assumeTrue(
                hindrance.isEmpty(),
                "No disk can be made small here: mount namespaces are impossible. " + hindrance);
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private void refuses(List<String> before, int code, String sentence, String... words)
            throws Exception {
        var was = contents();
        try (var server = ServerProcess.start(before, home, words)) {
            assertEquals(code, server.exit(), server::saidSoFar);
            assertEquals(sentence, server.saidSoFar().strip());
        }
        assertEquals(was, contents());
    }

    /// Every file with its text, but for the lock: whoever closes that in the process that holds it lets go of it.
    private Map<String, String> contents() throws IOException {
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(RefusedStartTest::isData).toList()) {
                all.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return all;
    }

    private static boolean isData(Path file) {
        return Files.isRegularFile(file) && !file.endsWith("academy.lock");
    }
}
