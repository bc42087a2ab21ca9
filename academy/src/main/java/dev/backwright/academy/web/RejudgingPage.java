package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.submissions.Rejudgings.Found;
import dev.backwright.academy.submissions.Rejudgings.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A run of judging again: how far it is, and what was found before and now.
///
/// @param title of the lab
/// @param names of people, by their ids
public record RejudgingPage(
        Frame frame,
        Cohort cohort,
        String title,
        Run run,
        List<Found> found,
        Map<UUID, String> names) {

    private static final int SHOWN = 8;

    public String name(Found it) {
        return names.getOrDefault(it.person(), "Somebody who is no longer in it");
    }

    /// `12 of 25 done`, with how it goes on.
    public String progress() {
        var done = "%d of %d done".formatted(done(), found.size());
        if (run.stopped()) {
            return done + ", stopped";
        }
        return run.isActive() ? done + ", behind whatever is handed in meanwhile" : done;
    }

    public long done() {
        return found.stream().filter(it -> it.again() != null).count();
    }

    /// By the names of their people.
    public List<Found> rows() {
        return found.stream()
                .sorted(
                        Comparator.comparing(this::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparingInt(Found::number))
                .toList();
    }

    /// What came of it, in sentences.
    public String says() {
        long passed =
                found.stream()
                        .filter(it -> !it.verdict().equals("passed"))
                        .filter(it -> it.again() != null && it.again().verdict().equals("passed"))
                        .count();
        long kept = found.stream().filter(Found::isKept).count();
        return "Passed now, and not before: %d. Passed before, and not again: %d; what was passed stays so. It is nobody's attempt."
                .formatted(passed, kept);
    }

    public String when(Found it) {
        var at = it.judgedAt();
        return at != null ? PeoplePage.moment(at) : run.stopped() ? "not any more" : "not yet";
    }

    public String address() {
        return CohortSheet.address(cohort);
    }

    /// The style class of a verdict.
    public static String look(String verdict) {
        return switch (verdict) {
            case "passed" -> "ok";
            case "failed" -> "no";
            default -> "unjudged";
        };
    }

    /// Enough of a digest to tell labs apart.
    public static String digest(String whole) {
        return whole.isEmpty() ? "unknown" : whole.substring(0, Math.min(SHOWN, whole.length()));
    }
}
