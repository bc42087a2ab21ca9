package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Extensions;
import dev.backwright.academy.platform.ForMany;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What is asked when, along the path.
@Component
@ForMany
final class CohortPlan {

    private final Catalog catalog;
    private final Assignments assignments;
    private final Extensions extensions;
    private final CohortGrid grids;

    CohortPlan(Catalog catalog, Assignments assignments, Extensions extensions, CohortGrid grids) {
        this.catalog = catalog;
        this.assignments = assignments;
        this.extensions = extensions;
        this.grids = grids;
    }

    CohortGrid.Grid grid(Cohort cohort) {
        return grids.of(cohort);
    }

    void set(Cohort cohort, Map<String, String> fields) {
        var form = new StretchForm(fields, cohort.zone());
        var labs = form.labs(catalog.all());
        var asked = form.assignment();
        if (asked == null) {
            assignments.clear(cohort, labs);
        } else {
            assignments.set(cohort, labs, asked);
        }
    }

    void extend(Account leader, Cohort cohort, UUID person, Map<String, String> fields) {
        var form = new StretchForm(fields, cohort.zone());
        extensions.set(leader, cohort, person, form.labs(catalog.all()), form.due());
    }
}
