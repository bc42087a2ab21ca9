package dev.backwright.academy.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The playground's page; what it records goes to the tracing feature.
@RestController
final class PlaygroundController {

    private final Pages pages;
    private final Frames frames;

    PlaygroundController(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @GetMapping(path = "/playground", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> playground() {
        return PageController.html(pages.view().playground(new PlaygroundPage(frames.frame())));
    }
}
