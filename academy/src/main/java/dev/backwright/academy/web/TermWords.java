package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Allowance;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Term;
import dev.backwright.academy.cohorts.TermBook;
import dev.backwright.academy.cohorts.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked of a lab, in words: to its learner before they spend anything, and to whoever leads their cohort.
final class TermWords {

    private TermWords() {}

    /// A line for each cohort that asks something; nothing for who has passed.
    static List<String> of(Terms terms, Instant now) {
        return terms.hold()
                ? terms.all().stream()
                        .map(it ->
                                it.cohort()
                                        + ": "
                                        + String.join(" ", sentences(it, terms.done(), now)))
                        .toList()
                : List.of();
    }

    private static List<String> sentences(Term term, Terms.Done done, Instant now) {
        var assignment = term.assignment();
        var opens = assignment.opensAt();
        if (opens != null && !done.begun() && !assignment.isOpen(now)) {
            return List.of(
                    "opens on %s.".formatted(TermBook.moment(opens, term.zone())),
                    "Until then read, write and run as you like; Check, hints and the solution come with it.");
        }
        var all = new ArrayList<String>();
        due(term, now).ifPresent(all::add);
        if (assignment.isClosed(now)) {
            return all;
        }
        var most = assignment.allowance().attempts();
        if (most != null) {
            all.add("%d of %s left.".formatted(term.left(done), TermBook.attempts(most)));
        }
        help(assignment.allowance()).forEach(all::add);
        return all.isEmpty() ? List.of("open.") : all;
    }

    private static Optional<String> due(Term term, Instant now) {
        var assignment = term.assignment();
        var due = assignment.dueAt();
        if (due == null) {
            return Optional.empty();
        }
        var moment =
                TermBook.moment(due, term.zone()) + (term.extended() ? ", more time for you" : "");
        if (assignment.isClosed(now)) {
            return Optional.of("was due by %s, and is closed.".formatted(moment));
        }
        if (assignment.isPast(now)) {
            return Optional.of("was due by %s; a pass from now on is late.".formatted(moment));
        }
        return Optional.of(
                "due by %s; %s."
                        .formatted(
                                moment,
                                assignment.closes() ? "then it closes" : "later it is late"));
    }

    private static List<String> help(Allowance allowance) {
        var all = new ArrayList<String>();
        if (allowance.hintsAfter() > 0) {
            all.add("Hints after %s.".formatted(TermBook.attempts(allowance.hintsAfter())));
        }
        if (allowance.hintMinutes() > 0) {
            all.add("At least %d min between two hints.".formatted(allowance.hintMinutes()));
        }
        if (allowance.hidesSolution()) {
            all.add("The solution after a pass, or after the deadline.");
        }
        return all;
    }

    /// What is asked beside the deadline's day; empty for nothing.
    static String rules(Assignment assignment, ZoneId zone) {
        var all = new ArrayList<String>();
        var opens = assignment.opensAt();
        if (opens != null) {
            all.add("opens " + CohortPage.day(opens, zone, StretchForm.START));
        }
        if (assignment.closes()) {
            all.add("closes when due");
        }
        var allowance = assignment.allowance();
        if (allowance.attempts() != null) {
            all.add(TermBook.attempts(allowance.attempts()));
        }
        if (allowance.hintsAfter() > 0) {
            all.add("hints after " + TermBook.attempts(allowance.hintsAfter()));
        }
        if (allowance.hintMinutes() > 0) {
            all.add("%d min between hints".formatted(allowance.hintMinutes()));
        }
        if (allowance.hidesSolution()) {
            all.add("solution after a pass or when due");
        }
        return String.join(", ", all);
    }
}
