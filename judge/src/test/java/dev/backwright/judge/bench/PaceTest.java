package dev.backwright.judge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.sandbox.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    @ParameterizedTest
    @CsvSource({"20, 1", "150, 1", "187, 1", "188, 1.25", "300, 2", "880, 5.75", "5000, 6"})
    void limitsGrowWithTheStartOfNodeUpToSixfold(double millis, double factor) {
        assertEquals(factor, Pace.of(millis).factor());
    }

    @Test
    void onlyLimitsOfTimeGrow() {
        var grown = Pace.of(300).of(Limits.STANDARD);
        assertEquals(
                Limits.STANDARD.withWall(Duration.ofSeconds(20)).withCpu(Duration.ofSeconds(20)),
                grown);
        assertEquals(Limits.STANDARD, Pace.USUAL_PACE.of(Limits.STANDARD));
    }

    @Test
    void itIsSaidWhereItChangesAnything() {
        assertEquals(
                Optional.of("time × 2.5, since Node starts in 380 ms here"), Pace.of(380).says());
        assertEquals(Optional.empty(), Pace.of(100).says());
    }

    @Test
    void theRealNodeIsMeasured() {
        var pace = Pace.measured(Path.of("../toolbox"));
        assertTrue(pace.start() > 1, pace::toString);
    }
}
