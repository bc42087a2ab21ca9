package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.cohorts.CohortLinks;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Cohorts, for those who lead them.
@RestController
@RequestMapping(path = "/cohorts", produces = "text/html;charset=UTF-8")
@ForMany
final class CohortsController {

    private final CohortSheet sheet;
    private final Cohorts cohorts;
    private final CohortLinks links;
    private final CohortPlan plan;

    CohortsController(CohortSheet sheet, Cohorts cohorts, CohortLinks links, CohortPlan plan) {
        this.sheet = sheet;
        this.cohorts = cohorts;
        this.links = links;
        this.plan = plan;
    }

    @GetMapping
    ResponseEntity<String> all(Account leader) {
        return sheet.list(200, cohorts.of(leader), null);
    }

    @PostMapping
    ResponseEntity<String> make(Account leader, @RequestParam(defaultValue = "") String name) {
        try {
            return SignInController.to("/cohorts/" + cohorts.make(leader, name).id());
        } catch (CannotAnswer e) {
            return sheet.list(e.status(), cohorts.of(leader), e.getMessage());
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Account leader, @PathVariable UUID id) {
        return sheet.show(cohorts.of(leader, id));
    }

    @GetMapping(path = "/{id}/grades.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> grades(Account leader, @PathVariable UUID id) {
        var cohort = cohorts.of(leader, id);
        var named =
                ContentDisposition.attachment()
                        .filename(cohort.name() + ".csv", StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(GradesCsv.of(plan.grades(leader, cohort)));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<String> rename(
            Account leader, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        var cohort = cohorts.of(leader, id);
        return sheet.trying(cohort, () -> cohorts.rename(leader, cohort, name));
    }

    @PostMapping("/{id}/links")
    ResponseEntity<String> link(
            Account leader, @PathVariable UUID id, @RequestParam(defaultValue = "30") int seats) {
        var cohort = cohorts.of(leader, id);
        try {
            return sheet.hand(
                    cohort,
                    links.make(leader, cohort, seats),
                    "Give this link to the people who are to be in this cohort. It is shown this once.");
        } catch (CannotAnswer e) {
            return sheet.refuse(cohort, e);
        }
    }

    /// What is asked of the labs from one of the path to another, both included, in place of what was asked of them.
    @PostMapping("/{id}/deadlines")
    ResponseEntity<String> deadlines(
            Account leader, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        var cohort = cohorts.of(leader, id);
        return sheet.trying(cohort, () -> plan.set(leader, cohort, form));
    }

    /// More time for one person; without a day they have no more than all.
    @PostMapping("/{id}/extensions")
    ResponseEntity<String> extend(
            Account leader,
            @PathVariable UUID id,
            @RequestParam UUID person,
            @RequestParam Map<String, String> form) {
        var cohort = cohorts.of(leader, id);
        return sheet.trying(cohort, () -> plan.extend(leader, cohort, person, form));
    }

    @PostMapping("/{id}/people/{person}/remove")
    ResponseEntity<String> remove(
            Account leader, @PathVariable UUID id, @PathVariable UUID person) {
        var cohort = cohorts.of(leader, id);
        return sheet.trying(cohort, () -> cohorts.remove(leader, cohort, person));
    }
}
