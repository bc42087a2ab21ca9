package dev.backwright.judge.app.log;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.json.JsonText;
import dev.backwright.sandbox.Output;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A line, and the JSON object it is: a missing node where it is none.
record LogLine(boolean error, String text, JsonNode json) {

    /// A longer line is taken for text.
    private static final int LONGEST = 64 * 1024;

    private static final JsonNode NONE = JsonText.missing();

    static LogLine of(Output.Line line) {
        return new LogLine(line.error(), line.text(), json(line.text()));
    }

    private static JsonNode json(String text) {
        if (!text.stripLeading().startsWith("{") || text.length() > LONGEST) {
            return NONE;
        }
        try {
            return JsonText.parse(text);
        } catch (JacksonException noJson) {
            return NONE;
        }
    }

    boolean isPlain() {
        return json.isMissingNode();
    }

    Optional<Level> level() {
        return first(List.of("level", "log.level", "severity")).flatMap(Level::of);
    }

    Optional<JsonNode> message() {
        return first(List.of("msg", "message"));
    }

    /// In milliseconds since 1970.
    Optional<Long> time() {
        return first(List.of("time", "timestamp", "@timestamp", "ts")).flatMap(Instants::millis);
    }

    private Optional<JsonNode> first(List<String> names) {
        return names.stream().flatMap(name -> at(name).stream()).findFirst();
    }

    /// A place in it. A name with dots goes before a way through several.
    Optional<JsonNode> at(String path) {
        JsonNode whole = json.path(path);
        JsonNode place = whole.isMissingNode() ? JsonText.at(json, path) : whole;
        return place.isMissingNode() ? Optional.empty() : Optional.of(place);
    }

    /// Whether this text stands in it, as it is or as JSON writes it.
    boolean says(String part) {
        return text.contains(part) || says(json, part);
    }

    private static boolean says(JsonNode node, String part) {
        return node.isString()
                ? node.asString().contains(part)
                : node.propertyNames().stream().anyMatch(name -> name.contains(part))
                        || node.values().stream().anyMatch(value -> says(value, part));
    }

    Evidence.Log.Line evidence() {
        return new Evidence.Log.Line(error, level().map(Level::name).orElse(""), text);
    }
}
