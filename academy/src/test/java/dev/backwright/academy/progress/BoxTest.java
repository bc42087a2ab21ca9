package dev.backwright.academy.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BoxTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void eachRightAnswerInTimeRestsLongerUntilSixtyDays() {
        var box = Box.first(true, NOW);
        var days = new ArrayList<Long>();
        var now = NOW;
        for (int i = 0; i < 7; i++) {
            days.add(Duration.between(now, box.dueAt()).toDays());
            now = box.dueAt();
            box = box.after(true, now);
        }
        assertEquals(List.of(1L, 3L, 7L, 21L, 60L, 60L, 60L), days);
        assertEquals(5, box.number());
    }

    @Test
    void aWrongAnswerIsDueAtOnceFromWhereverItLay() {
        assertEquals(new Box(0, NOW), Box.first(false, NOW));
        var high = new Box(4, NOW.plus(Duration.ofDays(9)));
        assertEquals(new Box(0, NOW), high.after(false, NOW));
        assertEquals(new Box(1, NOW.plus(Duration.ofDays(1))), new Box(0, NOW).after(true, NOW));
    }

    @Test
    void aRightAnswerBeforeItIsDueMovesNothing() {
        var box = new Box(2, NOW.plusMillis(1));
        assertEquals(box, box.after(true, NOW));
        assertEquals(3, box.after(true, NOW.plusMillis(1)).number());
    }
}
