package dev.backwright.academy.grading;

import dev.backwright.academy.accounts.Learner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The streams of events that people have open. Of one person so many at once: with another, the one that was opened first ends. Its
/// reader, if there still is one, asks again by itself and has missed nothing; most often it is a page that was reloaded, of which
/// nobody has heard yet that it is gone.
@Component
final class OpenStreams {

    static final int MOST = 20;

    private final Map<Learner, ConcurrentLinkedDeque<SseEmitter>> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// Counts it until it is over.
    ///
    /// @return the same
    SseEmitter keep(Learner reader, SseEmitter stream) {
        open.compute(
                reader,
                (who, theirs) -> {
                    var all = theirs == null ? new ConcurrentLinkedDeque<SseEmitter>() : theirs;
                    all.add(stream);
                    return all;
                });
        stream.onCompletion(() -> leave(reader, stream));
        endOldest(reader);
        if (closed) {
            stream.complete();
        }
        return stream;
    }

    int of(Learner reader) {
        var theirs = open.get(reader);
        return theirs == null ? 0 : theirs.size();
    }

    private void leave(Learner reader, SseEmitter stream) {
        open.computeIfPresent(
                reader,
                (who, theirs) -> {
                    theirs.remove(stream);
                    return theirs.isEmpty() ? null : theirs;
                });
    }

    /// An end in order would wait for them, and they have none. Their readers ask again by themselves, in time another academy.
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        open.values().forEach(theirs -> theirs.forEach(SseEmitter::complete));
    }

    private void endOldest(Learner reader) {
        while (of(reader) > MOST) {
            var theirs = open.get(reader);
            var oldest = theirs == null ? null : theirs.poll();
            if (oldest != null) {
                oldest.complete();
            }
        }
    }
}
