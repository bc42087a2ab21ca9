package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.CohortLinks;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Obstacles;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
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

    private final Sheet sheet;
    private final Cohorts cohorts;
    private final CohortLinks links;
    private final Plan plan;

    CohortsController(Sheet sheet, Cohorts cohorts, CohortLinks links, Plan plan) {
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
        return sheet.show(200, cohorts.of(leader, id), null, null);
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
                .body(GradesCsv.of(plan.grid(cohort)));
    }

    @PostMapping("/{id}/name")
    ResponseEntity<String> rename(
            Account leader, @PathVariable UUID id, @RequestParam(defaultValue = "") String name) {
        var cohort = cohorts.of(leader, id);
        return trying(cohort, () -> cohorts.rename(cohort, name));
    }

    @PostMapping("/{id}/links")
    ResponseEntity<String> link(
            Account leader, @PathVariable UUID id, @RequestParam(defaultValue = "30") int seats) {
        var cohort = cohorts.of(leader, id);
        try {
            return sheet.show(200, cohort, links.make(leader, cohort, seats), null);
        } catch (CannotAnswer e) {
            return sheet.show(e.status(), cohort, null, e.getMessage());
        }
    }

    /// From one lab of the path to another, both included. Without a day they have no deadline any more.
    @PostMapping("/{id}/deadlines")
    ResponseEntity<String> deadlines(
            Account leader,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String day) {
        var cohort = cohorts.of(leader, id);
        return trying(cohort, () -> plan.set(cohort, from, to, day));
    }

    @PostMapping("/{id}/people/{person}/remove")
    ResponseEntity<String> remove(
            Account leader, @PathVariable UUID id, @PathVariable UUID person) {
        var cohort = cohorts.of(leader, id);
        return trying(cohort, () -> cohorts.remove(cohort, person));
    }

    private ResponseEntity<String> trying(Cohort cohort, Runnable step) {
        try {
            step.run();
            return SignInController.to("/cohorts/" + cohort.id());
        } catch (CannotAnswer e) {
            return sheet.show(e.status(), cohort, null, e.getMessage());
        }
    }

    /// What is due when, along the path.
    @Component
    @ForMany
    static final class Plan {

        private final Catalog catalog;
        private final Assignments assignments;
        private final CohortGrid grids;

        Plan(Catalog catalog, Assignments assignments, CohortGrid grids) {
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
                return LocalDate.parse(day)
                        .atTime(LocalTime.of(23, 59, 59))
                        .toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                throw CannotAnswer.refused(
                        "A day looks like 2026-11-27, got %s.".formatted(day), List.of());
            }
        }
    }

    /// The pages.
    @Component
    @ForMany
    static final class Sheet {

        private final Surroundings around;
        private final Plan plan;
        private final Obstacles obstacles;
        private final Clock clock;

        Sheet(Surroundings around, Plan plan, Obstacles obstacles, Clock clock) {
            this.around = around;
            this.plan = plan;
            this.obstacles = obstacles;
            this.clock = clock;
        }

        ResponseEntity<String> list(int status, List<Cohort> all, @Nullable String trouble) {
            var page = new CohortsPage(around.frames().frame(), all, trouble);
            return html(status, around.pages().view().cohorts(page));
        }

        ResponseEntity<String> show(
                int status, Cohort cohort, @Nullable String token, @Nullable String trouble) {
            var page =
                    new CohortPage(
                            around.frames().frame(),
                            cohort,
                            plan.grid(cohort),
                            obstacles.of(cohort),
                            clock.instant(),
                            token == null ? null : FirstAdmin.link(around.premises(), token),
                            trouble);
            return html(status, around.pages().view().cohort(page));
        }

        private static ResponseEntity<String> html(int status, String page) {
            return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(page);
        }
    }

    /// What a page stands in.
    @Component
    @ForMany
    record Surroundings(Pages pages, Frames frames, Premises premises) {}
}
