package dev.backwright.judge.app.log;

import dev.backwright.checks.LogEntries;
import dev.backwright.checks.Seen;
import dev.backwright.judge.json.JsonText;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.Optional;

/// A line of a log, asked about.
///
/// @param among the lines it is one of, for a failure's message
record SeenEntry(String among, LogLine line, Failing failing) implements LogEntries.Entry {

    @Override
    public Seen level() {
        return seen("level", line.level().map(Level::name));
    }

    @Override
    public Seen message() {
        return placed("message", line.message());
    }

    @Override
    public Seen time() {
        return seen("time", line.time());
    }

    @Override
    public Seen at(String path) {
        return placed(path, line.at(path));
    }

    @Override
    public Seen text() {
        return seen("text", Optional.of(line.text()));
    }

    private Seen placed(String part, Optional<tools.jackson.databind.JsonNode> place) {
        return place.<Seen>map(value -> Sighting.of(what(part), JsonText.plain(value), failing))
                .orElseGet(() -> Sighting.absent(what(part), failing));
    }

    private Seen seen(String part, Optional<?> value) {
        return value.<Seen>map(it -> Sighting.of(what(part), it, failing))
                .orElseGet(() -> Sighting.absent(what(part), failing));
    }

    private String what(String part) {
        return "%s of one of the %s".formatted(part, among);
    }
}
