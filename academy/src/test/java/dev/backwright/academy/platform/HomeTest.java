package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir Path folder;

    @Test
    void aHomeThatIsMissingIsMadeForItsOwnerAlone() throws IOException {
        try (var home = Home.open(folder.resolve("new/home"))) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())));
            assertEquals("1\n", Files.readString(home.folder().resolve("version")));
        }
    }

    @Test
    void aFileInItsPlaceIsSaid() throws IOException {
        var file = Files.writeString(folder.resolve("home"), "x");
        var refused = assertThrows(CannotStart.class, () -> Home.open(file));
        assertEquals(2, refused.exitCode());
        assertTrue(refused.says().contains("cannot be written"), refused.says());
        assertTrue(refused.says().contains("BACKWRIGHT_HOME"), refused.says());
    }

    @Test
    void aSecondAcademyIsToldWhereTheFirstIs() {
        try (var first = Home.open(folder)) {
            first.announce("http://127.0.0.1:8099");
            var refused = assertThrows(CannotStart.class, () -> Home.open(folder));
            assertTrue(
                    refused.says()
                            .contains(
                                    "process %d at http://127.0.0.1:8099"
                                            .formatted(ProcessHandle.current().pid())),
                    refused.says());
        }
        Home.open(folder).close();
    }

    @Test
    void aHomeOfANewerVersionIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("version"), "2\n");
        var refused = assertThrows(CannotStart.class, () -> Home.open(folder));
        assertTrue(refused.says().contains("newer Backwright"), refused.says());
        assertEquals("2\n", Files.readString(folder.resolve("version")));
    }

    @Test
    void aVersionThatIsNoNumberIsSaid() throws IOException {
        Files.writeString(folder.resolve("version"), "one");
        var refused = assertThrows(CannotStart.class, () -> Home.open(folder));
        assertTrue(refused.says().contains("does not hold a number"), refused.says());
    }

    @Test
    void aPortThatWasAskedForAndIsBusyIsSaid() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var refused = assertThrows(CannotStart.class, () -> Port.asked(busy.getLocalPort()));
            assertEquals(2, refused.exitCode());
            assertTrue(refused.says().contains("" + busy.getLocalPort()));
        }
    }

    @Test
    void wrongWordsAreWrongUsage() {
        for (var words : new String[][] {{"--port"}, {"--port", "x"}, {"--wrong"}, {"--export"}}) {
            var refused = assertThrows(CannotStart.class, () -> Arguments.of(words));
            assertEquals(64, refused.exitCode());
        }
        assertEquals(64, assertThrows(CannotStart.class, () -> Port.asked(70_000)).exitCode());
    }

    @Test
    void theKeyFileIsForItsOwnerAlone() throws IOException {
        new SoloFile("http://127.0.0.1:1", "secret", ProcessHandle.current().pid()).write(folder);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("solo.json"))));
        assertEquals("secret", SoloFile.read(folder).orElseThrow().key());
    }

    @Test
    void theKeyFileOfADeadAcademyIsNotBelieved() throws IOException {
        new SoloFile("http://127.0.0.1:1", "secret", Long.MAX_VALUE).write(folder);
        assertTrue(SoloFile.read(folder).isEmpty());
    }
}
