package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.cohorts.CohortZones;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.platform.ForMany;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where a cohort's days begin and end.
@RestController
@ForMany
final class ZoneController {

    private final CohortSheet sheet;
    private final Cohorts cohorts;
    private final CohortZones zones;

    ZoneController(CohortSheet sheet, Cohorts cohorts, CohortZones zones) {
        this.sheet = sheet;
        this.cohorts = cohorts;
        this.zones = zones;
    }

    @PostMapping(path = "/cohorts/{id}/zone", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> set(
            Account leader, @PathVariable UUID id, @RequestParam(defaultValue = "") String zone) {
        var cohort = cohorts.of(leader, id);
        return sheet.trying(cohort, () -> zones.set(leader, cohort, zone));
    }
}
