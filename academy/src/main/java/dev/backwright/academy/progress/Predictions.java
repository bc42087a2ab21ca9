package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.catalog.Prediction;
import dev.backwright.academy.catalog.UnknownLab;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a learner predicted, and what is worth asking again. Never graded.
@Component
public final class Predictions {

    private final PredictionRows rows;
    private final Catalog catalog;
    private final Clock clock;

    Predictions(PredictionRows rows, Catalog catalog, Clock clock) {
        this.rows = rows;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// What is to be looked at again.
    ///
    /// @param due the first of them, what was answered wrongly first
    /// @param count how many there are
    /// @param remembered how many questions are remembered at all
    /// @param next when the next one is due; `null` where none will be
    public record Review(List<Remembered> due, int count, int remembered, @Nullable Instant next) {
        public Review {
            due = List.copyOf(due);
        }
    }

    /// Answers a question of a lesson. Its answer then stands there, so only the first one counts: it is asked again in review.
    ///
    /// @throws CannotAnswer where the lesson asks no such question
    Remembered answer(Learner learner, Lab lab, String key, int chosen) {
        var question =
                Optional.ofNullable(Prediction.of(lab).get(key))
                        .map(Asked::of)
                        .orElseThrow(() ->
                                CannotAnswer.notFound(
                                        "The lesson of %s asks no such question."
                                                .formatted(lab.id())));
        requireChoice(question, chosen);
        return rows.find(learner, lab.id(), key)
                .orElseGet(
                        () -> kept(learner, Remembered.first(lab.id(), question, chosen, now())));
    }

    /// Answers a question of a recording.
    ///
    /// @param lab where its program comes from; `null` for the playground
    /// @throws CannotAnswer with everything that is wrong with it
    Remembered answer(Learner learner, @Nullable LabId lab, Asked question, int chosen) {
        var violations = question.violations();
        if (!violations.isEmpty()) {
            throw CannotAnswer.refused(String.join(" ", violations), violations);
        }
        requireChoice(question, chosen);
        return kept(
                learner,
                rows.find(learner, lab, question.key())
                        .map(before -> before.again(question, chosen, now()))
                        .orElseGet(() -> Remembered.first(lab, question, chosen, now())));
    }

    /// Answers one again.
    Remembered again(Learner learner, UUID id, int chosen) {
        var before =
                rows.find(learner, id)
                        .orElseThrow(() ->
                                CannotAnswer.notFound("This question is not remembered any more."));
        var question = asAskedNow(before).question();
        requireChoice(question, chosen);
        return kept(learner, before.again(question, chosen, now()));
    }

    public Review review(Learner learner, int most) {
        var due = stillAsked(learner);
        var first =
                due.stream()
                        .limit(most)
                        .flatMap(brief -> rows.find(learner, brief.id()).stream())
                        .map(this::asAskedNow)
                        .toList();
        return new Review(
                first, due.size(), rows.count(learner), rows.next(learner, now()).orElse(null));
    }

    /// How many are to be looked at again.
    public int due(Learner learner) {
        return stillAsked(learner).size();
    }

    /// A question that its lesson does not ask any more may have been wrong.
    private List<PredictionRows.Brief> stillAsked(Learner learner) {
        var lessons = new HashMap<LabId, Map<String, Prediction>>();
        return rows.due(learner, now()).stream()
                .filter(it ->
                        !it.ofLesson()
                                || lessons.computeIfAbsent(
                                                Objects.requireNonNull(it.lab()), this::lesson)
                                        .containsKey(it.key()))
                .toList();
    }

    /// Of a lesson's question the answer and the reason are those that stand there now.
    private Remembered asAskedNow(Remembered it) {
        var lab = it.lab();
        if (!it.ofLesson() || lab == null) {
            return it;
        }
        var now = lesson(lab).get(it.question().key());
        return now == null ? it : it.as(Asked.of(now));
    }

    private Map<String, Prediction> lesson(LabId lab) {
        try {
            return Prediction.of(catalog.lab(lab));
        } catch (UnknownLab e) {
            return Map.of();
        }
    }

    private Remembered kept(Learner learner, Remembered it) {
        rows.write(learner, it);
        return it;
    }

    private static void requireChoice(Asked question, int chosen) {
        if (chosen < 0 || chosen >= question.choices().size()) {
            throw CannotAnswer.malformed(
                    "chosen is the index of a choice, 0 to %d, got %d."
                            .formatted(question.choices().size() - 1, chosen));
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
