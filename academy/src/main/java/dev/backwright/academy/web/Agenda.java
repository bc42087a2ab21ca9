package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Comments;
import dev.backwright.academy.cohorts.Term;
import dev.backwright.academy.cohorts.TermBook;
import dev.backwright.academy.progress.Reviews;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What waits for a learner: things to look at again, labs that are due, comments to read.
@Component
final class Agenda {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final Reviews reviews;
    private final TermBook terms;
    private final Comments comments;
    private final Clock clock;

    Agenda(Reviews reviews, TermBook terms, Comments comments, Clock clock) {
        this.reviews = reviews;
        this.terms = terms;
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

    /// When labs open or are due, in words: `due Fri 27 Nov`.
    Map<LabId, String> deadlines(Learner learner) {
        var now = clock.instant();
        return terms.all(learner).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> words(it.getValue(), now)));
    }

    private static String words(List<Term> asked, Instant now) {
        if (asked.stream().noneMatch(it -> it.assignment().isOpen(now))) {
            return first(asked, Assignment::opensAt).map(it -> "opens " + it.words()).orElse("");
        }
        if (asked.stream().allMatch(it -> it.assignment().isClosed(now))) {
            return moments(asked, Assignment::dueAt)
                    .max(Comparator.comparing(Day::at))
                    .map(it -> "closed since " + it.words())
                    .orElse("");
        }
        return first(asked, Assignment::dueAt)
                .map(it -> (it.at().isBefore(now) ? "was due " : "due ") + it.words())
                .orElse("");
    }

    private record Day(Instant at, ZoneId zone) {
        String words() {
            return DAY.format(at.atZone(zone));
        }
    }

    private static Optional<Day> first(
            List<Term> asked, Function<Assignment, @Nullable Instant> moment) {
        return moments(asked, moment).min(Comparator.comparing(Day::at));
    }

    private static Stream<Day> moments(
            List<Term> asked, Function<Assignment, @Nullable Instant> moment) {
        return asked.stream()
                .flatMap(it ->
                        Stream.ofNullable(moment.apply(it.assignment()))
                                .map(at -> new Day(at, it.zone())));
    }
}
