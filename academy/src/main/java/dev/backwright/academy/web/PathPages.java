package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.progress.LabStanding;
import dev.backwright.academy.progress.Learning;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the path together: where to go on, and how far each lab is.
@Component
final class PathPages {

    private final Catalog catalog;
    private final Learning learning;
    private final Agenda agenda;
    private final Frames frames;

    PathPages(Catalog catalog, Learning learning, Agenda agenda, Frames frames) {
        this.catalog = catalog;
        this.learning = learning;
        this.agenda = agenda;
        this.frames = frames;
    }

    PathPage page(Learner learner) {
        var far = learning.all(learner);
        var due = agenda.deadlines(learner);
        var steps = catalog.steps().stream().map(step -> step(step, far, due)).toList();
        return new PathPage(
                frames.frame(), onward(far), steps, agenda.again(learner), news(learner));
    }

    private List<PathPage.News> news(Learner learner) {
        return agenda.news(learner).stream()
                .map(it ->
                        new PathPage.News(
                                it.version().toString(),
                                "%d new %s on %s, version %d"
                                        .formatted(
                                                it.comments(),
                                                it.comments() == 1 ? "comment" : "comments",
                                                catalog.lab(it.lab()).sheet().title(),
                                                it.number())))
                .toList();
    }

    private static PathPage.Step step(
            Step step, Map<LabId, LabStanding> far, Map<LabId, String> due) {
        var rows =
                step.labs().stream()
                        .map(lab -> row(lab, standing(far, lab), due.getOrDefault(lab.id(), "")))
                        .toList();
        return new PathPage.Step(step.number(), step.id(), step.title(), step.after(), rows);
    }

    private static PathPage.Row row(Lab lab, LabStanding far, String due) {
        boolean begun = far.state() == LabStanding.State.BEGUN && far.holding() >= 0;
        return new PathPage.Row(
                lab.id(),
                lab.sheet().title(),
                far.passed() ? "" : due,
                LabState.valueOf(far.state().name()),
                begun ? holding(lab, far) : "",
                lab.sheet().minutes());
    }

    private static String holding(Lab lab, LabStanding far) {
        return "%d of %d hold".formatted(far.holding(), lab.checks().size());
    }

    /// The lab the learner was last at and has not passed; else the first not passed; else the first.
    private PathPage.@Nullable Onward onward(Map<LabId, LabStanding> far) {
        List<Lab> all = catalog.all();
        Optional<Lab> last =
                all.stream()
                        .filter(lab -> standing(far, lab).state() == LabStanding.State.BEGUN)
                        .max(Comparator.comparing(lab -> touched(standing(far, lab))));
        if (last.isPresent()) {
            return goOn(last.get(), standing(far, last.get()));
        }
        return all.stream()
                .filter(lab -> !standing(far, lab).passed())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(lab -> begin(lab, far.isEmpty()))
                .orElse(null);
    }

    private PathPage.Onward goOn(Lab lab, LabStanding far) {
        var stand =
                far.holding() < 0
                        ? "Not checked yet."
                        : "%d of %d checks hold.".formatted(far.holding(), lab.checks().size());
        return new PathPage.Onward(
                lab.id(),
                lab.sheet().title(),
                "Where you were, " + ago(touched(far)),
                "Continue with " + lab.id().name().replace('_', ' '),
                stand);
    }

    private static PathPage.Onward begin(Lab lab, boolean first) {
        return new PathPage.Onward(
                lab.id(),
                lab.sheet().title(),
                first ? "The first lab" : "The next lab",
                "Start with " + lab.id().name().replace('_', ' '),
                "About %d minutes.".formatted(lab.sheet().minutes()));
    }

    private String ago(Instant then) {
        var since = learning.since(then);
        if (since.toMinutes() < 2) {
            return "just now";
        }
        if (since.toHours() < 2) {
            return since.toMinutes() + " minutes ago";
        }
        return since.toDays() < 2 ? since.toHours() + " hours ago" : since.toDays() + " days ago";
    }

    private static LabStanding standing(Map<LabId, LabStanding> far, Lab lab) {
        return far.getOrDefault(lab.id(), LabStanding.NEW);
    }

    private static Instant touched(LabStanding far) {
        var touched = far.touched();
        return touched == null ? Instant.EPOCH : touched;
    }
}
