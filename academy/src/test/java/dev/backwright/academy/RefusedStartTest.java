package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the academy cannot start, its process says why in one sentence and ends with the code for it.
final class RefusedStartTest {

    @TempDir Path home;

    @Test
    void aHomeThatCannotBeWritten() throws Exception {
        refuses(2, "cannot be written", Path.of("/proc/backwright"));
    }

    @Test
    void aFileInPlaceOfTheHome() throws Exception {
        refuses(2, "cannot be written", Files.writeString(home.resolve("file"), ""));
    }

    @Test
    void aHomeThatAnotherAcademyHolds() throws Exception {
        try (var held = Home.open(home)) {
            held.announce("http://127.0.0.1:8099");
            refuses(2, "at http://127.0.0.1:8099. Open that one, end it, or choose another", home);
        }
    }

    @Test
    void aHomeOfANewerVersion() throws Exception {
        Files.writeString(home.resolve("version"), "99\n");
        refuses(2, "was written by a newer Backwright (format 99", home);
    }

    @Test
    void aPortThatIsInUse() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = "" + busy.getLocalPort();
            refuses(2, "Port " + port + " cannot be listened on", home, "--port", port);
        }
    }

    @Test
    void anOptionNobodyKnows() throws Exception {
        refuses(64, "Unknown option --fast", home, "--fast");
    }

    private static void refuses(int code, String sentence, Path home, String... words)
            throws IOException, InterruptedException {
        try (var server = ServerProcess.start(home, words)) {
            assertEquals(code, server.exit());
            var said = server.saidSoFar();
            assertTrue(said.contains(sentence), said);
            assertEquals(1, said.lines().count(), said);
        }
    }
}
