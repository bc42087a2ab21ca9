package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.cohorts.CohortLinks;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Leaders;
import dev.backwright.academy.platform.ForMany;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who else leads a cohort.
@RestController
@RequestMapping(path = "/cohorts/{id}/leaders", produces = "text/html;charset=UTF-8")
@ForMany
final class LeadersController {

    private final CohortSheet sheet;
    private final Cohorts cohorts;
    private final Leaders leaders;
    private final CohortLinks links;

    LeadersController(CohortSheet sheet, Cohorts cohorts, Leaders leaders, CohortLinks links) {
        this.sheet = sheet;
        this.cohorts = cohorts;
        this.leaders = leaders;
        this.links = links;
    }

    @PostMapping
    ResponseEntity<String> add(
            Account leader, @PathVariable UUID id, @RequestParam(defaultValue = "") String mail) {
        var cohort = cohorts.of(leader, id);
        return sheet.trying(cohort, () -> leaders.add(leader, cohort, mail));
    }

    @PostMapping("/link")
    ResponseEntity<String> link(Account leader, @PathVariable UUID id) {
        var cohort = cohorts.of(leader, id);
        return sheet.hand(
                cohort,
                links.makeForLeader(leader, cohort),
                "Give this link to whoever is to lead this cohort with you. It is for one person, and shown this once.");
    }

    /// Whoever takes themselves out does not see it any more.
    @PostMapping("/{person}/remove")
    ResponseEntity<String> remove(
            Account leader, @PathVariable UUID id, @PathVariable UUID person) {
        var cohort = cohorts.of(leader, id);
        boolean goes = person.equals(leader.person()) && leader.role() != Role.ADMIN;
        return sheet.trying(
                cohort,
                goes ? "/cohorts" : CohortSheet.address(cohort),
                () -> leaders.remove(leader, cohort, person));
    }
}
