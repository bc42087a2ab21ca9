package dev.backwright.academy.grading;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.submissions.Standing;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.LabId;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The words of a submission's stream.
///
/// ```text
///   event: version   {"id":…,"version":…}          it came in
///   event: phase     {"id":…,"phase":"check"}       queued, prepare, boot, check, report
///   event: result    the result pane as HTML, whole
///   event: done      {"id":…}                       nothing more will come of it
/// ```
@Component
final class EventWords {

    private final LivePane pane;
    private final Verdicts verdicts;
    private final AtWork atWork;
    private final Submissions submissions;

    EventWords(LivePane pane, Verdicts verdicts, AtWork atWork, Submissions submissions) {
        this.pane = pane;
        this.verdicts = verdicts;
        this.atWork = atWork;
        this.submissions = submissions;
    }

    /// Where a learner's latest judged version of a lab stands, or what just happened to one of them.
    ///
    /// @param event none at the beginning
    /// @return true: more may come of a lab at any time
    boolean ofLab(Learner learner, LabId lab, @Nullable LiveEvent event, SseEmitter to)
            throws IOException {
        if (event == null) {
            var latest =
                    submissions.of(learner, lab).stream().filter(Version::isJudged).findFirst();
            if (latest.isPresent()) {
                standing(latest.get(), to);
            }
        } else {
            say(event, to);
        }
        return true;
    }

    /// Where it stands.
    ///
    /// @return false when nothing more will come of it
    boolean standing(Version version, SseEmitter to) throws IOException {
        boolean done = verdicts.standing(version.id()).map(Standing::done).orElse(true);
        if (!done) {
            phase(
                    version.id(),
                    atWork.on(version.id()).map(AtWork.Now::phase).orElse("queued"),
                    to);
        }
        result(pane.html(version), to);
        if (done) {
            done(version.id(), to);
        }
        return !done;
    }

    /// What just happened.
    ///
    /// @return false when nothing more will come of it
    boolean say(LiveEvent event, SseEmitter to) throws IOException {
        var version = event.version();
        switch (event) {
            case LiveEvent.Stored _ ->
                    send("version", Map.of("id", version.id(), "version", version.number()), to);
            case LiveEvent.Phase phase -> phase(version.id(), phase.name(), to);
            case LiveEvent.Begun _ -> result(pane.html(version), to);
            case LiveEvent.Checked _ -> result(pane.checking(version), to);
            case LiveEvent.Written written -> {
                result(pane.html(version), to);
                if (written.last()) {
                    done(version.id(), to);
                }
                return !written.last();
            }
        }
        return true;
    }

    private static void phase(UUID id, String name, SseEmitter to) throws IOException {
        send("phase", Map.of("id", id, "phase", name), to);
    }

    private static void done(UUID id, SseEmitter to) throws IOException {
        send("done", Map.of("id", id), to);
    }

    private static void result(String html, SseEmitter to) throws IOException {
        send("result", html, to);
    }

    private static void send(String name, Object data, SseEmitter to) throws IOException {
        to.send(SseEmitter.event().name(name).data(data));
    }
}
