package dev.backwright.academy.grading;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Tells whoever listens what happens, in this process. Nothing is kept: a listener that comes late asks first where
/// things stand, and a listener never makes the teller wait.
@Component
public final class LiveEvents {

    private final List<Consumer<LiveEvent>> listeners = new CopyOnWriteArrayList<>();

    /// @return ends listening when closed
    public Listening listen(Consumer<LiveEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(LiveEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    /// Listening until it is closed.
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
