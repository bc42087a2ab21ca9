package dev.backwright.academy.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HintRuleTest {

    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void nothingOpensBeforeACheckHasFailed() {
        var next = next(List.of(attempt(0, "a", "passed", "failed")), Optional.empty(), 60);
        assertFalse(next.open());
        assertTrue(next.waits().isEmpty());
    }

    @Test
    void theFirstTierOpensTenMinutesAfterTheFirstFailure() {
        var attempts = List.of(attempt(0, "a", "failed", "failed"));
        assertEquals(Duration.ofMinutes(1), next(attempts, Optional.empty(), 9).waits().get());
        assertFalse(next(attempts, Optional.empty(), 9).open());
        assertTrue(next(attempts, Optional.empty(), 10).open());
    }

    @Test
    void anAttemptWithOtherFilesAndAnotherResultOpensAtOnce() {
        var attempts =
                List.of(
                        attempt(0, "a", "failed", "failed"),
                        attempt(1, "b", "failed", "passed"));
        assertTrue(next(attempts, Optional.empty(), 1).open());
    }

    @Test
    void otherFilesWithTheSameResultOpenNothing() {
        var attempts =
                List.of(
                        attempt(0, "a", "failed", "failed"),
                        attempt(1, "b", "failed", "failed"));
        assertFalse(next(attempts, Optional.empty(), 1).open());
    }

    @Test
    void theSameFilesWithAnotherResultOpenNothing() {
        var attempts =
                List.of(
                        attempt(0, "a", "failed", "failed"),
                        attempt(1, "a", "failed", "passed"));
        assertFalse(next(attempts, Optional.empty(), 1).open());
    }

    @Test
    void theNextTierCountsFromTheOneBefore() {
        var attempts =
                List.of(
                        attempt(0, "a", "failed", "failed"),
                        attempt(1, "b", "failed", "passed"));
        var opened = Optional.of(NINE.plus(Duration.ofMinutes(2)));
        assertFalse(next(attempts, opened, 11).open());
        assertTrue(next(attempts, opened, 12).open());
    }

    private static HintRule.Next next(
            List<Attempt> attempts, Optional<Instant> opened, int minutesLater) {
        return HintRule.next(
                "counts", attempts, opened, NINE.plus(Duration.ofMinutes(minutesLater)));
    }

    private static Attempt attempt(int minute, String files, String counts, String other) {
        return new Attempt(
                NINE.plus(Duration.ofMinutes(minute)),
                files,
                Map.of("counts", counts, "other", other));
    }
}
