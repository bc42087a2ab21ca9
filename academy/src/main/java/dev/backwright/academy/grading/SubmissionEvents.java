package dev.backwright.academy.grading;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.LabId;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What happens to submissions, as it happens. A stream begins with where things stand, so a reader who reconnects has
/// missed nothing.
@RestController
final class SubmissionEvents {

    private final Catalog catalog;
    private final Submissions submissions;
    private final LiveEvents events;
    private final EventWords words;

    SubmissionEvents(
            Catalog catalog, Submissions submissions, LiveEvents events, EventWords words) {
        this.catalog = catalog;
        this.submissions = submissions;
        this.events = events;
        this.words = words;
    }

    /// One submission until it is judged: `phase`, `result`, at last `done`.
    @GetMapping(path = "/api/submissions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter ofSubmission(@PathVariable UUID id) {
        var version =
                submissions
                        .find(id)
                        .orElseThrow(
                                () -> CannotAnswer.notFound("There is no submission " + id + "."));
        return stream(
                event -> event.submission().equals(id),
                (event, to) ->
                        event == null
                                ? words.standing(version, to)
                                : words.say(version, event, to));
    }

    /// Everything that happens to a lab, for as long as its page is open; also what the command line tells.
    @GetMapping(
            path = "/api/labs/{step}/{name}/events",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter ofLab(@PathVariable String step, @PathVariable String name) {
        var lab = catalog.lab(step, name).id();
        return stream(event -> event.lab().equals(lab), (event, to) -> sayOfLab(lab, event, to));
    }

    private boolean sayOfLab(LabId lab, @Nullable LiveEvent event, SseEmitter to)
            throws IOException {
        var about =
                event == null
                        ? submissions.of(lab).stream().filter(Version::isJudged).findFirst()
                        : submissions.find(event.submission());
        if (about.isPresent()) {
            if (event == null) {
                words.standing(about.get(), to);
            } else {
                words.say(about.get(), event, to);
            }
        }
        return true;
    }

    private SseEmitter stream(Predicate<LiveEvent> about, EventStream.Writer<LiveEvent> writer) {
        var stream = new EventStream<LiveEvent>();
        var listening =
                events.listen(event -> {
                    if (about.test(event)) {
                        stream.tell(event);
                    }
                });
        return stream.start(writer, listening::close);
    }
}
