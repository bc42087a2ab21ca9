package dev.backwright.academy.grading;

import dev.backwright.academy.accounts.Learner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells whoever listens what happens, in this process. Nothing is kept: a listener that comes late asks first where
/// things stand, and a listener never makes the teller wait.
@Component
public final class LiveEvents {

    private final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();
    private final OpenStreams open;

    LiveEvents(OpenStreams open) {
        this.open = open;
    }

    /// A stream of what is told from now on. It begins with where things stand, so a reader who reconnects has missed nothing.
    ///
    /// @param reader whose stream it is
    /// @param about which events it is of
    /// @param writer is given no event at the beginning
    SseEmitter stream(
            Learner reader, Predicate<LiveEvent> about, EventStream.Writer<LiveEvent> writer) {
        var stream = new EventStream<>(new Late<>(LiveEvent::canWait, LiveEvent::with));
        Consumer<LiveEvent> listener =
                event -> {
                    if (about.test(event)) {
                        stream.tell(event);
                    }
                };
        listeners.add(listener);
        return open.keep(reader, stream.start(writer, () -> listeners.remove(listener)));
    }

    /// Calls back for each that is told from now on, until what is returned is closed. The callback must not wait.
    ///
    /// @param about which events it is called for
    public Listening listen(Predicate<LiveEvent> about, Runnable callback) {
        Consumer<LiveEvent> listener =
                event -> {
                    if (about.test(event)) {
                        callback.run();
                    }
                };
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Somebody listens until it is closed.
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    void tell(LiveEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
