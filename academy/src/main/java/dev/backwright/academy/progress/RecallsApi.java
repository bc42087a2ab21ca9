package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which labs to do again, over HTTP.
@RestController
final class RecallsApi {

    private final LabReviews reviews;
    private final Catalog catalog;

    RecallsApi(LabReviews reviews, Catalog catalog) {
        this.reviews = reviews;
        this.catalog = catalog;
    }

    /// @param at when it was last passed, or said to be known
    record Again(String lab, Instant at, Instant dueAt) {}

    /// @param next when the next one comes back of those that rest; `null` where none does
    record Review(List<Again> due, @Nullable Instant next) {}

    @GetMapping("/api/recalls")
    Review review(Learner learner) {
        return new Review(
                reviews.due(learner).stream().map(RecallsApi::again).toList(),
                reviews.next(learner).orElse(null));
    }

    /// *I still know it.*
    @PostMapping("/api/labs/{step}/{name}/recalls")
    Again recall(Learner learner, @PathVariable String step, @PathVariable String name) {
        return again(reviews.recall(learner, catalog.lab(step, name)));
    }

    private static Again again(LabReviews.Resting it) {
        return new Again(it.lab().toString(), it.at(), it.dueAt());
    }
}
