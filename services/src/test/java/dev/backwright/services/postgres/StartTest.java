package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Machine;
import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Failures;
import dev.backwright.services.server.Ports;
import dev.backwright.services.server.ServerUser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

    @TempDir Path folder;

    private static long pidOf(Process abandoned) throws Exception {
        return Long.parseLong(abandoned.inputReader(StandardCharsets.UTF_8).readLine());
    }

    private static void kill(Process process) throws Exception {
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }

    @Test
    void labsServerEndsWhenItsOwnerIsKilled() throws Exception {
        Process owner = Abandoned.start("throwAway", folder);
        var server = ProcessHandle.of(pidOf(owner)).orElseThrow();
        kill(owner);
        server.onExit().get(30, TimeUnit.SECONDS);
        assertEquals(1, Machine.entries(folder), "its folder is still there");
        PostgresServer.throwAway(Given.binaries(), folder).close();
        assertEquals(0, Machine.entries(folder), "and swept by the next start");
    }

    @Test
    void aServerLeftRunningByItsKilledOwnerIsReplaced() throws Exception {
        PostgresServer.keep(Given.binaries(), folder).close();
        var data = new DataFolder(folder);
        try (var left =
                Postmaster.start(
                        Given.binaries(),
                        ServerUser.lasting(),
                        data,
                        Durability.KEPT,
                        Ports.free())) {
            try (var server = PostgresServer.keep(Given.binaries(), folder)) {
                assertFalse(left.alive());
                assertTrue(server.pid() != left.pid());
            }
        }
    }

    @Test
    void aTakenPortIsPassedBy() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asked = new AtomicInteger();
            var labs = new LabsArea(folder, Given.binaries());
            try (var cluster =
                    Cluster.throwAway(
                            Given.binaries(),
                            labs.next(),
                            labs.template(),
                            () ->
                                    asked.getAndIncrement() == 0
                                            ? taken.getLocalPort()
                                            : Ports.free())) {
                assertTrue(cluster.alive());
                assertEquals(2, asked.get());
            }
        }
    }

    @Test
    void dataOfANewerVersionIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "19\n");
        var refused =
                assertThrows(
                        ServiceException.class,
                        () -> PostgresServer.keep(Given.binaries(), folder));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("made by PostgreSQL 19"),
                refused.getMessage());
    }

    @Test
    void dataWithoutPasswordsIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "18\n");
        var refused =
                assertThrows(
                        ServiceException.class,
                        () -> PostgresServer.keep(Given.binaries(), folder));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("\"credentials\""),
                refused.getMessage());
    }

    @Test
    void aFullDiskIsSaidInOneSentence() {
        var full =
                Failures.said(
                        "start PostgreSQL in",
                        folder,
                        "FATAL: could not write: No space left on device");
        assertTrue(
                String.valueOf(full.getMessage()).contains("the disk is full"), full.getMessage());
    }

    @Test
    void aDataSqlThatDoesNotRunIsSaid() {
        try (var server = PostgresServer.throwAway(Given.binaries(), folder)) {
            var refused =
                    assertThrows(
                            ServiceException.class,
                            () -> server.create(new PostgresTemplate("create tabel a ()")));
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("data.sql"),
                    refused.getMessage());
        }
    }
}
