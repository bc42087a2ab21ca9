package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two academies and two judges on one PostgreSQL.
final class RushTest {

    @TempDir Path folder;

    @Test
    void everybodyGetsOneVerdictWhicheverAcademyTheyCameTo() throws Exception {
        try (var rush = Rush.open(folder, 2, 2, 1)) {
            var seen = rush.handIn(40, Duration.ofSeconds(2), 4);
            assertEquals(Collections.nCopies(40, "passed"), seen.reports());
            assertEquals(40, rush.judgedOnce());
            assertFalse(seen.pages().isEmpty());
        }
    }
}
