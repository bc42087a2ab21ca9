package dev.backwright.academy;

import static dev.backwright.academy.Rush.Seen.percentile;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Five hundred people who hand in within a minute: `mvn test -pl academy -Dtest=RushMeasure`. It is no test, and runs by its name
/// alone.
final class RushMeasure {

    private static final int PEOPLE = 500;

    @TempDir Path folder;

    @Test
    void oneAcademyAndOneJudge() throws Exception {
        measure("one academy, one judge of two places", 1, 1, 2);
    }

    @Test
    void twoAcademiesAndTwoJudges() throws Exception {
        measure("two academies, two judges of one place", 2, 2, 1);
    }

    private void measure(String what, int academies, int judges, int places) throws Exception {
        try (var rush = Rush.open(folder, academies, judges, places)) {
            rush.handIn(20, Duration.ofSeconds(5), 2);
            var seen = rush.handIn(PEOPLE, Duration.ofMinutes(1), 20);
            assertEquals(Collections.nCopies(PEOPLE, "passed"), seen.reports());
            assertEquals(PEOPLE + 20, rush.judgedOnce());
            System.out.printf(
                    "%s: %d verdicts in %d s; verdict p50 %d ms, p95 %d, last %d; %d pages, p50 %d ms, p95 %d, longest %d%n",
                    what,
                    PEOPLE,
                    seen.millis() / 1000,
                    percentile(seen.verdicts(), 50),
                    percentile(seen.verdicts(), 95),
                    percentile(seen.verdicts(), 100),
                    seen.pages().size(),
                    percentile(seen.pages(), 50),
                    percentile(seen.pages(), 95),
                    percentile(seen.pages(), 100));
        }
    }
}
