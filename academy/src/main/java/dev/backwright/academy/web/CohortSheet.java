package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.Obstacles;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The pages.
@Component
@ForMany
final class CohortSheet {

    private final Surroundings around;
    private final CohortPlan plan;
    private final Obstacles obstacles;
    private final Clock clock;

    CohortSheet(Surroundings around, CohortPlan plan, Obstacles obstacles, Clock clock) {
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

    /// What a page stands in.
    @Component
    @ForMany
    record Surroundings(Pages pages, Frames frames, Premises premises) {}
}
