package dev.backwright.academy.web;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/// What is due when, along the path.
@Component
@ForMany
final class CohortPlan {

    private final Catalog catalog;
    private final Assignments assignments;
    private final CohortGrid grids;

    CohortPlan(Catalog catalog, Assignments assignments, CohortGrid grids) {
        this.catalog = catalog;
        this.assignments = assignments;
        this.grids = grids;
    }

    CohortGrid.Grid grid(Cohort cohort) {
        return grids.of(cohort, assignments.of(cohort));
    }

    void set(Cohort cohort, String from, String to, String day) {
        var labs = between(from, to);
        if (day.isBlank()) {
            assignments.clear(cohort, labs);
        } else {
            assignments.set(cohort, labs, endOf(day));
        }
    }

    private List<LabId> between(String from, String to) {
        var all = catalog.all().stream().map(Lab::id).map(LabId::toString).toList();
        int first = all.indexOf(from);
        int last = all.indexOf(to);
        if (first < 0 || last < 0 || first > last) {
            throw CannotAnswer.refused(
                    "A deadline is for the labs from one to another that comes later on the path.",
                    List.of());
        }
        return catalog.all().subList(first, last + 1).stream().map(Lab::id).toList();
    }

    /// A deadline is the end of a day.
    private static Instant endOf(String day) {
        try {
            return LocalDate.parse(day).atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw CannotAnswer.refused(
                    "A day looks like 2026-11-27, got %s.".formatted(day), List.of());
        }
    }
}
