package dev.backwright.academy.web.graphql;

import static dev.backwright.academy.web.graphql.HandedIn.word;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.catalog.UnknownLab;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.progress.LabStanding;
import dev.backwright.academy.progress.Learning;
import dev.backwright.judge.LabId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// Who one is, the labs, and how far one is with them.
@Controller
@ForMany
final class LearningGraph {

    private final Catalog catalog;
    private final Learning learning;

    LearningGraph(Catalog catalog, Learning learning) {
        this.catalog = catalog;
        this.learning = learning;
    }

    public record Me(UUID id, String name, String mail, String role) {}

    public record Step(String id, String title, int passed, List<Lab> labs) {

        static Step of(dev.backwright.judge.Step step, Map<LabId, LabStanding> far) {
            var labs =
                    step.labs().stream()
                            .map(it -> Lab.of(it, far.getOrDefault(it.id(), LabStanding.NEW)))
                            .toList();
            int passed =
                    (int)
                            step.labs().stream()
                                    .filter(it ->
                                            far.getOrDefault(it.id(), LabStanding.NEW).passed())
                                    .count();
            return new Step(step.id(), step.title(), passed, labs);
        }
    }

    /// @param checks their ids
    public record Lab(
            String id,
            String title,
            int minutes,
            String state,
            int holding,
            String kind,
            List<String> needs,
            List<String> topics,
            List<String> prerequisites,
            List<String> edit,
            List<String> checks) {

        static Lab of(dev.backwright.judge.Lab lab, LabStanding far) {
            var sheet = lab.sheet();
            return new Lab(
                    lab.id().toString(),
                    sheet.title(),
                    sheet.minutes(),
                    word(far.state()),
                    Math.max(0, far.holding()),
                    word(sheet.kind()),
                    sheet.needs(),
                    sheet.topics(),
                    sheet.prerequisites(),
                    sheet.edit(),
                    List.copyOf(lab.checks().keySet()));
        }
    }

    @QueryMapping
    Me me(@ContextValue Account account) {
        return new Me(account.person(), account.name(), account.mail(), account.role().word());
    }

    @QueryMapping
    List<Step> steps(@ContextValue Learner learner) {
        var far = learning.all(learner);
        return catalog.steps().stream().map(it -> Step.of(it, far)).toList();
    }

    @QueryMapping
    @Nullable Lab lab(@ContextValue Learner learner, @Argument String id) {
        try {
            var lab = catalog.lab(LabId.of(id));
            return Lab.of(lab, learning.of(learner, lab.id()));
        } catch (IllegalArgumentException | UnknownLab e) {
            return null;
        }
    }
}
