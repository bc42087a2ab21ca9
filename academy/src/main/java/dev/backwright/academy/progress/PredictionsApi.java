package dev.backwright.academy.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.LabId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What was predicted, over HTTP.
@RestController
final class PredictionsApi {

    private static final int SHOWN = 50;

    private final Predictions predictions;
    private final Catalog catalog;

    PredictionsApi(Predictions predictions, Catalog catalog) {
        this.predictions = predictions;
        this.catalog = catalog;
    }

    /// @param chosen index of a choice
    record Choice(@JsonProperty(required = true) int chosen) {}

    /// @param lab id of the lab that the program comes from; `null` for the playground
    record Answered(
            @Nullable String lab,
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) Asked question,
            @JsonProperty(required = true) int chosen) {}

    /// @param box 0 to 5
    record Standing(
            UUID id,
            @Nullable String lab,
            boolean right,
            int times,
            int wrong,
            int box,
            Instant dueAt) {}

    record Due(Asked question, Standing standing) {}

    /// @param count how many are due; `due` holds the first of them
    record Review(List<Due> due, int count, int remembered, @Nullable Instant next) {}

    @GetMapping("/api/predictions")
    Review review(Learner learner) {
        var review = predictions.review(learner, SHOWN);
        return new Review(
                review.due().stream().map(it -> new Due(it.question(), standing(it))).toList(),
                review.count(),
                review.remembered(),
                review.next());
    }

    @PostMapping("/api/labs/{step}/{name}/predictions/{key}")
    Standing ofLesson(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @PathVariable String key,
            @RequestBody Choice choice) {
        return standing(predictions.answer(learner, catalog.lab(step, name), key, choice.chosen()));
    }

    @PostMapping("/api/predictions")
    Standing ofRecording(Learner learner, @RequestBody Answered answered) {
        if (answered.question().scene() == null) {
            throw CannotAnswer.malformed("A question of a recording says where it stands: scene.");
        }
        return standing(
                predictions.answer(
                        learner, lab(answered.lab()), answered.question(), answered.chosen()));
    }

    @PostMapping("/api/predictions/{id}")
    Standing again(Learner learner, @PathVariable UUID id, @RequestBody Choice choice) {
        return standing(predictions.again(learner, id, choice.chosen()));
    }

    private @Nullable LabId lab(@Nullable String id) {
        if (id == null) {
            return null;
        }
        int slash = id.indexOf('/');
        return catalog.lab(id.substring(0, Math.max(slash, 0)), id.substring(slash + 1)).id();
    }

    private static Standing standing(Remembered it) {
        var lab = it.lab();
        return new Standing(
                it.id(),
                lab == null ? null : lab.toString(),
                it.question().isRight(it.chosen()),
                it.times(),
                it.wrong(),
                it.box().number(),
                it.box().dueAt());
    }
}
