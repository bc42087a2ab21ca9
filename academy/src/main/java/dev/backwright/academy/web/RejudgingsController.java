package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Rejudgings;
import dev.backwright.judge.Lab;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Judging again what a cohort's people handed in last, after a lab was mended.
@RestController
@RequestMapping(path = "/cohorts/{id}/rejudgings", produces = "text/html;charset=UTF-8")
@ForMany
final class RejudgingsController {

    private final CohortSheet sheet;
    private final Cohorts cohorts;
    private final Rejudgings rejudgings;
    private final Records records;

    RejudgingsController(
            CohortSheet sheet, Cohorts cohorts, Rejudgings rejudgings, Records records) {
        this.sheet = sheet;
        this.cohorts = cohorts;
        this.rejudgings = rejudgings;
        this.records = records;
    }

    /// What there is to judge, and what was done.
    @Component
    @ForMany
    record Records(Catalog catalog, AuditLog audit) {

        Lab lab(String id) {
            return catalog.all().stream()
                    .filter(it -> it.id().toString().equals(id))
                    .findFirst()
                    .orElseThrow(() -> CannotAnswer.refused("There is no such lab.", List.of()));
        }
    }

    @PostMapping
    ResponseEntity<String> begin(
            Account leader, @PathVariable UUID id, @RequestParam(defaultValue = "") String lab) {
        var cohort = cohorts.of(leader, id);
        try {
            return SignInController.to(
                    CohortSheet.address(cohort)
                            + "/rejudgings/"
                            + begun(leader, cohort, records.lab(lab)));
        } catch (CannotAnswer e) {
            return sheet.refuse(cohort, e);
        }
    }

    private UUID begun(Account leader, Cohort cohort, Lab lab) {
        var people = cohorts.people(cohort).stream().map(it -> new Learner(it.person())).toList();
        var run = rejudgings.begin(cohort.id(), lab, people);
        records.audit()
                .write(
                        leader,
                        "had judged again in %s:".formatted(cohort.name()),
                        lab.sheet().title());
        return run;
    }

    @GetMapping("/{run}")
    ResponseEntity<String> show(Account leader, @PathVariable UUID id, @PathVariable UUID run) {
        var cohort = cohorts.of(leader, id);
        return sheet.rejudging(cohort, found(cohort, run));
    }

    @PostMapping("/{run}/stop")
    ResponseEntity<String> stop(Account leader, @PathVariable UUID id, @PathVariable UUID run) {
        var cohort = cohorts.of(leader, id);
        rejudgings.stop(found(cohort, run));
        records.audit().write(leader, "stopped judging again in", cohort.name());
        return SignInController.to(CohortSheet.address(cohort) + "/rejudgings/" + run);
    }

    private Rejudgings.Run found(Cohort cohort, UUID run) {
        return rejudgings
                .find(cohort.id(), run)
                .orElseThrow(() -> CannotAnswer.notFound("There is no such run."));
    }
}
