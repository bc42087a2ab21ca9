package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryAreaTest {

    @Test
    void labsRunInTheQuickArea(@TempDir Path onDisk) {
        Path area = PostgresServer.quickArea(onDisk);
        assertTrue(Files.isDirectory(area));
        try (var server = PostgresServer.throwAway(Given.binaries(), area);
                var db = server.create(WireTest.ACCOUNTS)) {
            assertEquals(2L, db.query("select count(*) from account").cell());
        }
    }
}
