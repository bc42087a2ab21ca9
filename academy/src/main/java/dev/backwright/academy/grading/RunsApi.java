package dev.backwright.academy.grading;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.submissions.Files;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.Intake;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Runs over HTTP.
@RestController
final class RunsApi {

    private final Catalog catalog;
    private final Intake intake;
    private final LiveRuns runs;
    private final OpenStreams streams;

    RunsApi(Catalog catalog, Intake intake, LiveRuns runs, OpenStreams streams) {
        this.catalog = catalog;
        this.intake = intake;
        this.runs = runs;
        this.streams = streams;
    }

    record Started(UUID id) {}

    record Asked(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String method,
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String target,
            @Nullable List<Request.Header> headers,
            @Nullable String body) {

        Request request() {
            if (!method.matches("[A-Z]{1,20}") || !target.startsWith("/")) {
                throw CannotAnswer.malformed(
                        "A request wants a method such as GET and a target that begins with a slash.");
            }
            return new Request(method, target, headers == null ? List.of() : headers, body);
        }
    }

    @PostMapping("/api/labs/{step}/{name}/runs")
    @ResponseStatus(HttpStatus.CREATED)
    Started start(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestBody Files body)
            throws Intake.Refused {
        var lab = catalog.lab(step, name);
        return new Started(runs.start(learner, lab, intake.fromEditor(body.files())));
    }

    /// `printed`, `ready`, at last `ended`; each with its number as id, so that a reader who reconnects goes on there.
    @GetMapping(path = "/api/runs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            Learner learner,
            @PathVariable UUID id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") int seen) {
        return streams.keep(learner, new RunStream(runs.find(learner, id), seen).start());
    }

    @PostMapping("/api/runs/{id}/requests")
    Evidence.Http send(Learner learner, @PathVariable UUID id, @RequestBody Asked asked) {
        return runs.find(learner, id).send(asked.request());
    }

    @DeleteMapping("/api/runs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Learner learner, @PathVariable UUID id) {
        runs.end(learner, id);
    }
}
