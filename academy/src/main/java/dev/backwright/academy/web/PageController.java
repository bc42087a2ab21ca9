package dev.backwright.academy.web;

import org.springframework.http.CacheControl;
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

    PageController(PathPages paths, LabPages labs, Pages pages) {
        this.paths = paths;
        this.labs = labs;
        this.pages = pages;
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> path() {
        return html(pages.view().path(paths.page()));
    }

    @GetMapping(path = "/labs/{step}/{name}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> lab(@PathVariable String step, @PathVariable String name) {
        return html(pages.view().lab(labs.page(step, name)));
    }

    private static ResponseEntity<String> html(String page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }
}
