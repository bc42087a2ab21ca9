package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Comments;
import dev.backwright.academy.progress.Reviews;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What waits for a learner: things to look at again, labs that are due, comments to read.
@Component
final class Agenda {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Reviews reviews;
    private final Assignments assignments;
    private final Comments comments;
    private final Clock clock;

    Agenda(Reviews reviews, Assignments assignments, Comments comments, Clock clock) {
        this.reviews = reviews;
        this.assignments = assignments;
        this.comments = comments;
        this.clock = clock;
    }

    PathPage.Again again(Learner learner) {
        return new PathPage.Again(
                reviews.predictions().due(learner), reviews.labs().due(learner).size());
    }

    /// Versions with comments that the learner has not read.
    List<Comments.News> news(Learner learner) {
        return comments.news(learner);
    }

    /// When labs are due, in words: `due Fri 27 Nov`.
    Map<LabId, String> deadlines(Learner learner) {
        var now = clock.instant();
        return assignments.of(learner).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> words(it.getValue(), now)));
    }

    private static String words(Instant due, Instant now) {
        return (due.isBefore(now) ? "was due " : "due ") + DAY.format(due);
    }
}
