package dev.backwright.academy.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// In which of Leitner's boxes a question lies, and until when it rests there. In box 0 lies what was answered wrongly; it is
/// due at once. A right answer to what is due moves it one box on, where it rests for 1, 3, 7, 21, 60 days; a wrong one moves
/// it back to box 0. A right answer to what is not due moves nothing: it was only just said. A passed lab begins two boxes further
/// on than a question, or one where its solution had been seen.
///
/// ```java
/// Box box = Box.first(true, now);   // box 1, due in a day
/// ```
record Box(int number, Instant dueAt) {

    private static final List<Duration> REST =
            List.of(
                    Duration.ZERO,
                    Duration.ofDays(1),
                    Duration.ofDays(3),
                    Duration.ofDays(7),
                    Duration.ofDays(21),
                    Duration.ofDays(60));

    static final int LAST = REST.size() - 1;

    static Box first(boolean right, Instant now) {
        return at(right ? 1 : 0, now);
    }

    /// @param clean whether it was passed before its solution was seen
    static Box passed(boolean clean, Instant now) {
        return at(clean ? 3 : 2, now);
    }

    Box after(boolean right, Instant now) {
        if (!right) {
            return at(0, now);
        }
        return dueAt.isAfter(now) ? this : at(Math.min(number + 1, LAST), now);
    }

    private static Box at(int number, Instant now) {
        return new Box(number, now.plus(REST.get(number)));
    }
}
