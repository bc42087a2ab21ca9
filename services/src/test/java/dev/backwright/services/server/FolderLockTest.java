package dev.backwright.services.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir Path area;

    @Test
    void aFolderThatHasJustGoneIsNobodys() {
        assertNull(FolderLock.tryTake(area.resolve("redis-1-1")));
    }

    @Test
    void aFolderIsTakenOnce() throws IOException {
        try (var lock = FolderLock.tryTake(area)) {
            assertNotNull(lock);
            assertNull(FolderLock.tryTake(area));
        }
        assertTrue(Files.exists(area.resolve("lock")));
    }

    @Test
    void whatAKilledProcessLeftIsSwept() throws IOException {
        Path left = Files.createDirectory(area.resolve("redis-1-1"));
        try (var own = OwnFolder.make(new LabFolders(area, "redis"))) {
            assertFalse(Files.exists(left));
            assertTrue(Files.isDirectory(own.path()));
        }
    }
}
