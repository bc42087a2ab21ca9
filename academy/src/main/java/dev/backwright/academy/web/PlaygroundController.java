package dev.backwright.academy.web;

import dev.backwright.academy.tracing.Recorder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The playground's page; what it records goes to the tracing feature, which hears of it when the page is opened.
@RestController
final class PlaygroundController {

    private final Pages pages;
    private final Frames frames;
    private final Recorder recorder;

    PlaygroundController(Pages pages, Frames frames, Recorder recorder) {
        this.pages = pages;
        this.frames = frames;
        this.recorder = recorder;
    }

    @GetMapping(path = "/playground", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> playground() {
        recorder.expect();
        return PageController.html(pages.view().playground(new PlaygroundPage(frames.frame())));
    }
}
