package dev.backwright.academy.submissions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Intake;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Drafts over HTTP.
@RestController
@RequestMapping("/api/labs/{step}/{name}")
final class DraftApi {

    private final Catalog catalog;
    private final Workbench workbench;
    private final Intake intake;

    DraftApi(Catalog catalog, Workbench workbench, Intake intake) {
        this.catalog = catalog;
        this.workbench = workbench;
        this.intake = intake;
    }

    /// @param base the `savedAt` of the draft that these files grew from; empty where there was none; `null` to save over
    ///     whatever is there
    record Put(
            @JsonProperty(required = true)
                    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
                    Map<String, String> files,
            @Nullable String base) {

        private @Nullable Instant baseTime() {
            try {
                return base == null || base.isEmpty() ? null : Instant.parse(base);
            } catch (DateTimeParseException e) {
                throw CannotAnswer.malformed(
                        "base is the savedAt of a draft, or empty where there was none.");
            }
        }
    }

    record Saved(String savedAt) {}

    /// @param file which one; `null` for all
    record StartAgain(@Nullable String file) {}

    @PutMapping("/draft")
    Saved save(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestBody Put body)
            throws Intake.Refused {
        var lab = catalog.lab(step, name);
        var files = intake.fromEditor(body.files());
        var savedAt =
                body.base() == null
                        ? workbench.overwrite(learner, lab, files)
                        : workbench.save(learner, lab, files, body.baseTime());
        return new Saved(savedAt.toString());
    }

    /// What lies on the bench.
    ///
    /// @param savedAt `null` where there is no draft, and the files are the starter's
    record Bench(Map<String, String> files, @Nullable String savedAt, boolean olderStarter) {}

    private static Bench bench(Workbench.Laid laid) {
        var draft = laid.draft();
        return new Bench(
                laid.files(),
                draft == null ? null : draft.savedAt().toString(),
                laid.olderStarter());
    }

    @GetMapping("/draft")
    Bench open(Learner learner, @PathVariable String step, @PathVariable String name) {
        return bench(workbench.open(learner, catalog.lab(step, name)));
    }

    /// Goes on with a draft that began with an older starter.
    @PostMapping("/draft/keep")
    Files keep(Learner learner, @PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name);
        workbench.keep(learner, lab);
        return new Files(workbench.open(learner, lab).files());
    }

    @GetMapping("/starter")
    Files starter(@PathVariable String step, @PathVariable String name) {
        return new Files(Workbench.texts(catalog.lab(step, name).starter()));
    }

    @PostMapping("/start-again")
    Bench startAgain(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestBody StartAgain body) {
        return bench(workbench.startAgain(learner, catalog.lab(step, name), body.file()));
    }
}
