package dev.backwright.academy.catalog;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What of a lesson can be recorded.
@RestController
final class SnippetsApi {

    private final Catalog catalog;

    SnippetsApi(Catalog catalog) {
        this.catalog = catalog;
    }

    record Played(List<Snippet> snippets) {}

    @GetMapping("/api/labs/{step}/{name}/snippets")
    Played played(@PathVariable String step, @PathVariable String name) {
        return new Played(Snippet.played(catalog.lab(step, name)));
    }
}
