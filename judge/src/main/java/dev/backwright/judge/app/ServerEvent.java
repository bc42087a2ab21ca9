package dev.backwright.judge.app;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Stream;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import org.jspecify.annotations.Nullable;

/// A server-sent event; all `null` where none came.
///
/// @param stream which stream, for a failure's message
record ServerEvent(
        String stream,
        @Nullable String event,
        @Nullable String text,
        @Nullable String lastId,
        @Nullable Long retryMillis)
        implements Stream.Event {

    static ServerEvent none(String stream) {
        return new ServerEvent(stream, null, null, null, null);
    }

    @Override
    public Seen name() {
        return seen("the event's name", event);
    }

    @Override
    public Seen data() {
        return seen("the event's data", text);
    }

    @Override
    public Seen id() {
        return seen("the event's id", lastId);
    }

    @Override
    public Seen retry() {
        return seen("the event's retry", retryMillis);
    }

    @Override
    public Seen json(String path) {
        return text == null
                ? seen(path + " in the event's data", null)
                : new SeenJson(stream, "event's data", text).at(path);
    }

    private Seen seen(String part, @Nullable Object value) {
        String what = stream + ": " + part;
        return value == null
                ? Sighting.absent(what, Failing.PLAIN)
                : Sighting.of(what, value, Failing.PLAIN);
    }
}
