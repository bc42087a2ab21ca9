package dev.backwright.academy.web;

import dev.backwright.academy.catalog.Catalog;
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

    private final Catalog catalog;
    private final PathPages paths;
    private final LabPages labs;
    private final Pages pages;

    PageController(Catalog catalog, PathPages paths, LabPages labs, Pages pages) {
        this.catalog = catalog;
        this.paths = paths;
        this.labs = labs;
        this.pages = pages;
    }

    @GetMapping(path = "/", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> path() {
        return html(pages.view().path(paths.page()));
    }

    /// A lab that has another name now is found there.
    @GetMapping(path = "/labs/{step}/{name}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> lab(@PathVariable String step, @PathVariable String name) {
        var id = catalog.lab(step, name).id();
        if (!id.equals(new LabId(step, name))) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create("/labs/" + id))
                    .build();
        }
        return html(pages.view().lab(labs.page(step, name)));
    }

    static ResponseEntity<String> html(String page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }
}
