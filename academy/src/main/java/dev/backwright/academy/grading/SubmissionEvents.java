package dev.backwright.academy.grading;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.submissions.Submissions;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens to a submission, as it happens.
@RestController
final class SubmissionEvents {

    private final Submissions submissions;
    private final LiveEvents events;
    private final EventWords words;

    SubmissionEvents(Submissions submissions, LiveEvents events, EventWords words) {
        this.submissions = submissions;
        this.events = events;
        this.words = words;
    }

    /// One submission until it is judged: `phase`, `result`, at last `done`.
    @GetMapping(path = "/api/submissions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter of(Learner learner, @PathVariable UUID id) {
        var version =
                submissions
                        .find(learner, id)
                        .orElseThrow(
                                () -> CannotAnswer.notFound("There is no submission " + id + "."));
        return events.stream(
                learner,
                event -> event.version().id().equals(id),
                (event, to) -> event == null ? words.standing(version, to) : words.say(event, to));
    }
}
