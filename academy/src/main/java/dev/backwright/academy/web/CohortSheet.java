package dev.backwright.academy.web;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Cohort;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Obstacles;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.submissions.Rejudgings;
import java.util.List;
import java.util.stream.Collectors;
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
    private final Standing standing;
    private final Rejudgings rejudgings;

    CohortSheet(Surroundings around, CohortPlan plan, Standing standing, Rejudgings rejudgings) {
        this.around = around;
        this.plan = plan;
        this.standing = standing;
        this.rejudgings = rejudgings;
    }

    /// What a page stands in.
    @Component
    @ForMany
    record Surroundings(Pages pages, Frames frames, Premises premises) {}

    /// Who is in a cohort, and how it goes.
    @Component
    @ForMany
    record Standing(Cohorts cohorts, Obstacles obstacles, Catalog catalog) {}

    static String address(Cohort cohort) {
        return "/cohorts/" + cohort.id();
    }

    ResponseEntity<String> list(int status, List<Cohort> all, @Nullable String trouble) {
        var page = new CohortsPage(around.frames().frame(), all, trouble);
        return html(status, around.pages().view().cohorts(page));
    }

    ResponseEntity<String> show(Cohort cohort) {
        return show(200, cohort, null, null);
    }

    /// @param says to whom the link goes, in a sentence
    ResponseEntity<String> hand(Cohort cohort, String token, String says) {
        var link = FirstAdmin.link(around.premises(), token);
        return show(200, cohort, new CohortPage.Handed(link, says), null);
    }

    ResponseEntity<String> refuse(Cohort cohort, CannotAnswer why) {
        return show(why.status(), cohort, null, why.getMessage());
    }

    ResponseEntity<String> trying(Cohort cohort, Runnable step) {
        return trying(cohort, address(cohort), step);
    }

    /// @param next where it goes on
    ResponseEntity<String> trying(Cohort cohort, String next, Runnable step) {
        try {
            step.run();
            return SignInController.to(next);
        } catch (CannotAnswer e) {
            return refuse(cohort, e);
        }
    }

    private ResponseEntity<String> show(
            int status,
            Cohort cohort,
            CohortPage.@Nullable Handed handed,
            @Nullable String trouble) {
        var page =
                new CohortPage(
                        around.frames().frame(),
                        cohort,
                        standing.cohorts().leaders(cohort),
                        plan.grid(cohort),
                        standing.obstacles().of(cohort),
                        rejudgings.of(cohort.id()),
                        handed,
                        trouble);
        return html(status, around.pages().view().cohort(page));
    }

    ResponseEntity<String> rejudging(Cohort cohort, Rejudgings.Run run) {
        var names =
                standing.cohorts().people(cohort).stream()
                        .collect(Collectors.toMap(Cohorts.Member::person, Cohorts.Member::name));
        var page =
                new RejudgingPage(
                        around.frames().frame(),
                        cohort,
                        CohortPage.title(standing.catalog().all(), run.lab()),
                        run,
                        rejudgings.found(run),
                        names);
        return html(200, around.pages().view().rejudging(page));
    }

    private static ResponseEntity<String> html(int status, String page) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(page);
    }
}
