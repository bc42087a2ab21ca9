package dev.backwright.judge.app;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Stream;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A server-sent event, or that none came, asked about.
///
/// @param stream which stream, for a failure's message
record LiveEvent(String stream, Optional<ServerEvent> event, Failing failing)
        implements Stream.Event {

    @Override
    public Seen name() {
        return seen("name", event.map(ServerEvent::name).orElse(null));
    }

    @Override
    public Seen data() {
        return seen("data", event.map(ServerEvent::data).orElse(null));
    }

    @Override
    public Seen id() {
        return seen("id", event.map(ServerEvent::lastId).orElse(null));
    }

    @Override
    public Seen retry() {
        return seen("retry", event.map(ServerEvent::retryMillis).orElse(null));
    }

    @Override
    public Seen json(String path) {
        return event.map(came -> new SeenJson(stream, "event's data", came.data(), failing))
                .map(data -> data.at(path))
                .orElseGet(() -> Sighting.absent(what(path + " in the event's data"), failing));
    }

    private Seen seen(String part, @Nullable Object value) {
        String what = what("the event's " + part);
        return value == null ? Sighting.absent(what, failing) : Sighting.of(what, value, failing);
    }

    private String what(String part) {
        return "%s: %s%s"
                .formatted(stream, part, event.isEmpty() ? ", of which none came in time" : "");
    }
}
