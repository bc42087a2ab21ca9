package dev.backwright.academy.cohorts;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a learner's cohorts ask of a lab, and what they have done of it. Of several cohorts the most generous holds; one that does
/// not name the lab has nothing to say. Whoever has passed is asked for nothing more.
///
/// @param all by the names of the cohorts
public record Terms(List<Term> all, Done done) {

    public Terms {
        all = List.copyOf(all);
    }

    /// What counts is what a judge of ours found.
    ///
    /// @param begun whether anything was ever taken for judging
    /// @param attempts with those that wait for a verdict
    public record Done(boolean passed, boolean begun, int attempts) {}

    public boolean hold() {
        return !all.isEmpty() && !done.passed();
    }

    /// The one by which the next attempt is refused, and which tells most; none where it is taken.
    public Optional<Term> refusing(Instant now) {
        if (!hold() || all.stream().anyMatch(it -> it.accepts(done, now))) {
            return Optional.empty();
        }
        return opening(now)
                .or(() ->
                        all.stream()
                                .filter(it -> !it.assignment().isClosed(now))
                                .max(Comparator.comparingInt(Terms::given)))
                .or(() -> all.stream().findFirst());
    }

    private static int given(Term term) {
        return Objects.requireNonNullElse(term.assignment().allowance().attempts(), 0);
    }

    /// The one that opens first, where none is open yet.
    Optional<Term> opening(Instant now) {
        boolean open = done.begun() || all.stream().anyMatch(it -> it.assignment().isOpen(now));
        return open
                ? Optional.empty()
                : all.stream().min(Comparator.comparing(it -> it.assignment().opening()));
    }

    public boolean hidesSolution(Instant now) {
        return hold() && all.stream().noneMatch(it -> it.shows(done, now));
    }

    boolean holdsHints(Instant now) {
        return hold() && all.stream().noneMatch(it -> it.givesHints(done, now));
    }

    /// After how many attempts hints open.
    int hintsAfter() {
        return all.stream()
                .mapToInt(it -> it.assignment().allowance().hintsAfter())
                .min()
                .orElse(0);
    }

    Duration betweenHints() {
        int minutes =
                all.stream()
                        .mapToInt(it -> it.assignment().allowance().hintMinutes())
                        .min()
                        .orElse(0);
        return hold() ? Duration.ofMinutes(minutes) : Duration.ZERO;
    }
}
