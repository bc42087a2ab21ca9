package dev.backwright.academy.grading;

import dev.backwright.academy.catalog.Catalog;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens to a lab, as it happens.
@RestController
final class LabEvents {

    private final Catalog catalog;
    private final LiveEvents events;
    private final EventWords words;
    private final JudgeRoom judges;

    LabEvents(Catalog catalog, LiveEvents events, EventWords words, JudgeRoom judges) {
        this.catalog = catalog;
        this.events = events;
        this.words = words;
        this.judges = judges;
    }

    /// Everything that happens to a lab, for as long as its page is open; also what the command line tells.
    /// An open page says that its checks will be asked for soon.
    @GetMapping(
            path = "/api/labs/{step}/{name}/events",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter of(@PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name).id();
        judges.expect(lab);
        return events.stream(
                event -> event.lab().equals(lab), (event, to) -> words.ofLab(lab, event, to));
    }
}
