package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
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
    private final Asking asking;
    private final CohortGrid grids;
    private final AuditLog audit;

    CohortPlan(Catalog catalog, Asking asking, CohortGrid grids, AuditLog audit) {
        this.catalog = catalog;
        this.asking = asking;
        this.grids = grids;
        this.audit = audit;
    }

    /// What is asked of all, and of one.
    @Component
    @ForMany
    record Asking(Assignments assignments, Extensions extensions) {}

    CohortGrid.Grid grid(Cohort cohort) {
        return grids.of(cohort);
    }

    /// The grid as it leaves the academy.
    CohortGrid.Grid grades(Account leader, Cohort cohort) {
        audit.write(leader, "took along the grades of", cohort.name());
        return grids.of(cohort);
    }

    void set(Account leader, Cohort cohort, Map<String, String> fields) {
        var form = new StretchForm(fields, cohort.zone());
        var labs = form.labs(catalog.all());
        var asked = form.assignment();
        if (asked == null) {
            asking.assignments().clear(cohort, labs);
        } else {
            asking.assignments().set(cohort, labs, asked);
        }
        audit.write(
                leader,
                "set in %s what is asked of".formatted(cohort.name()),
                labs.size() == 1
                        ? labs.getFirst().toString()
                        : "%s to %s".formatted(labs.getFirst(), labs.getLast()));
    }

    void extend(Account leader, Cohort cohort, UUID person, Map<String, String> fields) {
        var form = new StretchForm(fields, cohort.zone());
        asking.extensions().set(leader, cohort, person, form.labs(catalog.all()), form.due());
    }
}
