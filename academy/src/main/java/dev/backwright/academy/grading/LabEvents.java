package dev.backwright.academy.grading;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.LabId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens to a learner's lab, as it happens.
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

    /// Everything that happens to a learner's submissions of a lab, for as long as its page is open; also what the command line
    /// tells. An open page says that its checks will be asked for soon.
    @GetMapping(
            path = "/api/labs/{step}/{name}/events",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter of(Learner learner, @PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name).id();
        judges.expect(lab);
        return events.stream(
                learner,
                event -> isOf(event.version(), learner, lab),
                (event, to) -> words.ofLab(learner, lab, event, to));
    }

    private static boolean isOf(Version version, Learner learner, LabId lab) {
        return version.learner().equals(learner) && version.lab().equals(lab);
    }
}
