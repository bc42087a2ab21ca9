package dev.backwright.academy.grading;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open stream of server-sent events, written by a thread of its own: whoever tells never waits for a browser.
///
/// @param <E> what is told
final class EventStream<E> implements AutoCloseable {

    private static final long BEAT = TimeUnit.SECONDS.toNanos(10);
    private static final int WAITING = 10_000;

    private final BlockingQueue<E> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Late<E> late;
    private volatile boolean open = true;

    EventStream(Late<E> late) {
        this.late = late;
    }

    /// Writes what is told to the browser.
    interface Writer<E> {
        /// @param event what was told; `null` once, at the beginning, when the writer says where things stand
        /// @return false when this was the last
        boolean write(@Nullable E event, SseEmitter to) throws IOException;
    }

    /// Begins to write.
    ///
    /// @param afterwards what to do once nobody reads any more
    SseEmitter start(Writer<E> writer, Runnable afterwards) {
        var emitter = EventResponse.begin("events", to -> pump(writer, to, afterwards));
        emitter.onError(e -> close());
        emitter.onCompletion(this::close);
        return emitter;
    }

    /// Never waits. A reader who lets ten thousand events pile up is let go, and asks again where things stand.
    void tell(E event) {
        if (!waiting.offer(event)) {
            close();
        }
    }

    @Override
    public void close() {
        open = false;
    }

    private void pump(Writer<E> writer, SseEmitter to, Runnable afterwards)
            throws IOException, InterruptedException {
        try {
            boolean more = writer.write(null, to);
            while (more && open) {
                boolean idle = late.isEmpty();
                var event = waiting.poll(Math.min(BEAT, late.patience()), TimeUnit.NANOSECONDS);
                for (var due : late.due(event)) {
                    more = more && writer.write(due, to);
                }
                if (event == null && idle) {
                    to.send(SseEmitter.event().comment("still here"));
                }
            }
        } finally {
            close();
            afterwards.run();
        }
    }
}
