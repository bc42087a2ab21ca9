package dev.backwright.academy.grading;

import dev.backwright.judge.LiveRun.Event;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells one reader what a run says.
final class RunStream {

    private static final Duration BEAT = Duration.ofSeconds(10);

    private final SseEmitter emitter = new SseEmitter(0L);
    private final OpenRun run;
    private int seen;

    RunStream(OpenRun run, int seen) {
        this.run = run;
        this.seen = Math.max(0, seen);
    }

    SseEmitter start() {
        Thread.ofVirtual().name("run events").start(this::pump);
        return emitter;
    }

    private void pump() {
        try (var _ = run.read()) {
            while (more()) {
                // until it ended
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e); // the reader went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean more() throws IOException, InterruptedException {
        var events = run.after(seen, BEAT);
        if (events.isEmpty()) {
            emitter.send(SseEmitter.event().comment("still here"));
            return !run.isClosed();
        }
        for (var event : events) {
            seen++;
            emitter.send(
                    SseEmitter.event().id(Integer.toString(seen)).name(name(event)).data(event));
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
