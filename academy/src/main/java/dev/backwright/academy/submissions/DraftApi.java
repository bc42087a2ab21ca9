package dev.backwright.academy.submissions;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.judge.Intake;
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

    record Saved(String savedAt) {}

    /// @param file which one; `null` for all
    record StartAgain(@Nullable String file) {}

    @PutMapping("/draft")
    Saved save(@PathVariable String step, @PathVariable String name, @RequestBody Files body)
            throws Intake.Refused {
        var lab = catalog.lab(step, name);
        return new Saved(workbench.save(lab, intake.fromEditor(body.files())).savedAt().toString());
    }

    /// What lies on the bench.
    ///
    /// @param savedAt `null` where there is no draft, and the files are the starter's
    record Bench(Map<String, String> files, @Nullable String savedAt, boolean olderStarter) {}

    @GetMapping("/draft")
    Bench open(@PathVariable String step, @PathVariable String name) {
        var laid = workbench.open(catalog.lab(step, name));
        var draft = laid.draft();
        return new Bench(
                laid.files(),
                draft == null ? null : draft.savedAt().toString(),
                laid.olderStarter());
    }

    /// Goes on with a draft that began with an older starter.
    @PostMapping("/draft/keep")
    Files keep(@PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name);
        workbench.keep(lab);
        return new Files(workbench.open(lab).files());
    }

    @GetMapping("/starter")
    Files starter(@PathVariable String step, @PathVariable String name) {
        return new Files(Workbench.texts(catalog.lab(step, name).starter()));
    }

    @PostMapping("/start-again")
    Files startAgain(
            @PathVariable String step, @PathVariable String name, @RequestBody StartAgain body) {
        Map<String, String> files = workbench.startAgain(catalog.lab(step, name), body.file());
        return new Files(files);
    }
}
