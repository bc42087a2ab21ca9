package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Intake;
import dev.backwright.judge.Lab;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Handing in, over HTTP.
@RestController
final class HandInApi {

    private static final String KEY = "Idempotency-Key";

    private final Catalog catalog;
    private final Submissions submissions;
    private final Once once;
    private final Intake intake;

    HandInApi(Catalog catalog, Submissions submissions, Once once, Intake intake) {
        this.catalog = catalog;
        this.submissions = submissions;
        this.once = once;
        this.intake = intake;
    }

    record Taken(UUID id, int version) {}

    @PostMapping(path = "/api/labs/{step}/{name}/submissions", consumes = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken handIn(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Files body)
            throws Intake.Refused {
        return taken(learner, catalog.lab(step, name), intake.fromEditor(body.files()), key);
    }

    @PostMapping(path = "/api/labs/{step}/{name}/submissions", consumes = "application/zip")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken handInZip(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            InputStream zip)
            throws Intake.Refused {
        return taken(learner, catalog.lab(step, name), intake.fromZip(zip), key);
    }

    private Taken taken(Learner learner, Lab lab, FileTree files, @Nullable String key) {
        var version =
                key == null
                        ? submissions.handIn(learner, lab, files)
                        : once.handIn(learner, lab, files, key);
        return new Taken(version.id(), version.number());
    }
}
