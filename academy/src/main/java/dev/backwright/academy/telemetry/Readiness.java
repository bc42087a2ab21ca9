package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Whether requests should be sent here. Told to end, the academy first says that they should not, for as long as
/// `BACKWRIGHT_DRAIN` says, and answers those that still come; then it ends.
@Component
@ForMany
final class Readiness {

    private final Store store;
    private final Duration drain;
    private volatile boolean ending;

    Readiness(Store store, Premises premises) {
        this.store = store;
        this.drain = premises.places().serving().drain();
    }

    /// Whether it was told to.
    boolean isEnding() {
        return ending;
    }

    /// Why not, in a sentence.
    Optional<String> hindrance() {
        if (ending) {
            return Optional.of("This academy is about to end.");
        }
        try {
            store.ask();
            return Optional.empty();
        } catch (DataAccessException e) {
            return Optional.of("The database does not answer.");
        }
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ContextClosedEvent.class)
    void end() {
        ending = true;
        try {
            Thread.sleep(drain);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
