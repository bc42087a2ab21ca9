package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.tracing.Recorder;
import dev.backwright.judge.LabId;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The pages.
@RestController
final class PageController {

    private final PathPages paths;
    private final LabPages labs;
    private final Pages pages;
    private final Recorder recorder;

    PageController(PathPages paths, LabPages labs, Pages pages, Recorder recorder) {
        this.paths = paths;
        this.labs = labs;
        this.pages = pages;
        this.recorder = recorder;
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> path(Learner learner) {
        return html(pages.view().path(paths.page(learner)));
    }

    /// A lab that has another name now is found there.
    @GetMapping(path = "/labs/{step}/{name}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> lab(
            Learner learner, @PathVariable String step, @PathVariable String name) {
        var id = labs.presentName(step, name);
        if (!id.equals(new LabId(step, name))) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create("/labs/" + id))
                    .build();
        }
        var page = labs.page(learner, step, name);
        if (page.isProgram()) {
            recorder.expect();
        }
        return html(pages.view().lab(page));
    }

    static ResponseEntity<String> html(String page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }
}
