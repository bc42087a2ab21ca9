package dev.backwright.academy.grading;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open stream of server-sent events, written by a thread of its own: whoever tells never waits for a browser.
///
/// @param <E> what is told
final class EventStream<E> implements AutoCloseable {

    private static final long BEAT_SECONDS = 10;
    private static final int WAITING = 10_000;

    private final BlockingQueue<E> waiting = new LinkedBlockingQueue<>(WAITING);
    private final BiPredicate<E, E> superseded;
    private volatile boolean open = true;

    /// @param superseded whether the second event tells all that the first, which came right before it, would tell
    EventStream(BiPredicate<E, E> superseded) {
        this.superseded = superseded;
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

    /// What a later event says better is passed over.
    private @Nullable E latest(@Nullable E polled) {
        E event = polled;
        E next = waiting.peek();
        while (event != null && next != null && superseded.test(event, next)) {
            event = waiting.poll();
            next = waiting.peek();
        }
        return event;
    }

    private void pump(Writer<E> writer, SseEmitter to, Runnable afterwards)
            throws IOException, InterruptedException {
        try {
            boolean more = writer.write(null, to);
            while (more && open) {
                var event = latest(waiting.poll(BEAT_SECONDS, TimeUnit.SECONDS));
                if (event == null) {
                    to.send(SseEmitter.event().comment("still here"));
                } else {
                    more = writer.write(event, to);
                }
            }
        } finally {
            close();
            afterwards.run();
        }
    }
}
