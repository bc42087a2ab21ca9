package dev.backwright.academy.web.api;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.progress.LabStanding;
import dev.backwright.academy.progress.Learning;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The labs and how far one is with them.
@RestController
@ForMany
final class LabsApi {

    private final Catalog catalog;
    private final Learning learning;
    private final Etags etags;

    LabsApi(Catalog catalog, Learning learning, Etags etags) {
        this.catalog = catalog;
        this.learning = learning;
        this.etags = etags;
    }

    /// @param state `not_begun`, `begun`, `passed`, or `passed_clean` for a pass before the solution was seen
    /// @param checks how many it has
    /// @param holding how many hold in the latest attempt; 0 before the first
    record Line(String id, String title, int minutes, String state, int checks, int holding) {

        static Line of(Lab lab, LabStanding far) {
            return new Line(
                    lab.id().toString(),
                    lab.sheet().title(),
                    lab.sheet().minutes(),
                    far.state().name().toLowerCase(Locale.ROOT),
                    lab.checks().size(),
                    Math.max(0, far.holding()));
        }
    }

    record Step(String id, String title, int passed, List<Line> labs) {}

    record Path(List<Step> steps) {}

    /// @param kind `program`, `app`, `data`, `project` or `tests`
    /// @param needs the services it is run with
    /// @param edit the files one hands in; further ones may come along
    /// @param checks their ids
    record Whole(
            String id,
            String title,
            int minutes,
            String state,
            String kind,
            List<String> needs,
            List<String> topics,
            List<String> prerequisites,
            List<String> edit,
            List<String> checks) {}

    @GetMapping("/api/labs")
    ResponseEntity<byte[]> all(Learner learner) {
        var far = learning.all(learner);
        return etags.answer(
                new Path(catalog.steps().stream().map(step -> step(step, far)).toList()));
    }

    @GetMapping("/api/labs/{step}/{name}")
    ResponseEntity<byte[]> one(
            Learner learner, @PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name);
        var sheet = lab.sheet();
        return etags.answer(
                new Whole(
                        lab.id().toString(),
                        sheet.title(),
                        sheet.minutes(),
                        Line.of(lab, learning.of(learner, lab.id())).state(),
                        sheet.kind().name().toLowerCase(Locale.ROOT),
                        sheet.needs(),
                        sheet.topics(),
                        sheet.prerequisites(),
                        sheet.edit(),
                        List.copyOf(lab.checks().keySet())));
    }

    private static Step step(dev.backwright.judge.Step step, Map<LabId, LabStanding> far) {
        var labs =
                step.labs().stream()
                        .map(lab -> Line.of(lab, far.getOrDefault(lab.id(), LabStanding.NEW)))
                        .toList();
        int passed = (int) labs.stream().filter(it -> it.state().startsWith("passed")).count();
        return new Step(step.id(), step.title(), passed, labs);
    }
}
