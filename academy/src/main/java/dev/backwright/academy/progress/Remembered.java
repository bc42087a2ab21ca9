package dev.backwright.academy.progress;

import dev.backwright.judge.LabId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that was answered.
///
/// @param lab of whose lesson or program it is; `null` for a program of the playground
/// @param chosen index of the last choice
/// @param times how often it was answered
/// @param wrong how often of these wrongly
/// @param box where it lies, and until when
public record Remembered(
        UUID id,
        @Nullable LabId lab,
        Asked question,
        int chosen,
        int times,
        int wrong,
        Box box,
        Instant answeredAt) {

    static Remembered first(@Nullable LabId lab, Asked question, int chosen, Instant now) {
        boolean right = question.isRight(chosen);
        return new Remembered(
                UUID.randomUUID(),
                lab,
                question,
                chosen,
                1,
                right ? 0 : 1,
                Box.first(right, now),
                now);
    }

    /// What its question is known by.
    public String key() {
        return question.key();
    }

    boolean ofLesson() {
        return question.scene() == null;
    }

    /// The same, as its lesson puts it now.
    Remembered as(Asked asked) {
        return new Remembered(id, lab, asked, chosen, times, wrong, box, answeredAt);
    }

    Remembered of(@Nullable LabId other) {
        return new Remembered(id, other, question, chosen, times, wrong, box, answeredAt);
    }

    Remembered again(Asked asked, int choice, Instant now) {
        boolean right = asked.isRight(choice);
        return new Remembered(
                id,
                lab,
                asked,
                choice,
                times + 1,
                wrong + (right ? 0 : 1),
                box.after(right, now),
                now);
    }
}
