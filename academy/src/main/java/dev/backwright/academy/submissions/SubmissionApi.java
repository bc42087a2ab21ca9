package dev.backwright.academy.submissions;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.ReportJson;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What was handed in, over HTTP.
@RestController
final class SubmissionApi {

    private final Catalog catalog;
    private final Submissions submissions;
    private final Verdicts verdicts;

    SubmissionApi(Catalog catalog, Submissions submissions, Verdicts verdicts) {
        this.catalog = catalog;
        this.submissions = submissions;
        this.verdicts = verdicts;
    }

    /// @param state `queued`, `running`, `done`, or `kept` for what was never to be judged
    /// @param unjudged how often judging it has come to nothing
    /// @param report what was found last; `null` before that
    record Where(
            UUID id,
            String lab,
            int version,
            String kind,
            String createdAt,
            String state,
            int unjudged,
            @JsonRawValue @Nullable String report) {}

    @GetMapping("/api/submissions/{id}")
    Where where(Learner learner, @PathVariable UUID id) {
        return where(known(learner, id));
    }

    @GetMapping("/api/submissions/{id}/files")
    Files files(Learner learner, @PathVariable UUID id) {
        return new Files(Workbench.texts(submissions.files(known(learner, id))));
    }

    @GetMapping("/api/labs/{step}/{name}/submissions")
    List<Where> versions(Learner learner, @PathVariable String step, @PathVariable String name) {
        return submissions.of(learner, catalog.lab(step, name).id()).stream()
                .map(this::where)
                .toList();
    }

    private Version known(Learner learner, UUID id) {
        return submissions
                .find(learner, id)
                .orElseThrow(() -> CannotAnswer.notFound("There is no submission " + id + "."));
    }

    private Where where(Version version) {
        var standing = verdicts.standing(version.id());
        var report = standing.map(Standing::report).map(ReportJson::write).orElse(null);
        return new Where(
                version.id(),
                version.lab().toString(),
                version.number(),
                version.kind().text(),
                version.createdAt().toString(),
                standing.map(Standing::word).orElse("kept"),
                standing.map(Standing::unjudged).orElse(0),
                report);
    }
}
