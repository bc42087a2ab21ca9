package dev.backwright.academy.grading;

import dev.backwright.judge.LiveRun.Event;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells one reader what a run says.
final class RunStream {

    private static final Duration BEAT = Duration.ofSeconds(10);

    private final OpenRun run;
    private int seen;

    RunStream(OpenRun run, int seen) {
        this.run = run;
        this.seen = Math.max(0, seen);
    }

    SseEmitter start() {
        return EventResponse.begin("run events", this::pump);
    }

    private void pump(SseEmitter to) throws IOException, InterruptedException {
        try (var _ = run.read()) {
            while (more(to)) {
                // until it ended
            }
        }
    }

    private boolean more(SseEmitter to) throws IOException, InterruptedException {
        var events = run.after(seen, BEAT);
        if (events.isEmpty()) {
            to.send(SseEmitter.event().comment("still here"));
            return !run.isClosed();
        }
        for (var event : events) {
            seen++;
            to.send(SseEmitter.event().id(Integer.toString(seen)).name(name(event)).data(event));
            if (event instanceof Event.Ended) {
                return false;
            }
        }
        return true;
    }

    private static String name(Event event) {
        return switch (event) {
            case Event.Printed _ -> "printed";
            case Event.Ready _ -> "ready";
            case Event.Ended _ -> "ended";
        };
    }
}
