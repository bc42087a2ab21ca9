package dev.backwright.tracer.record;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Applies merge patches as RFC 7396 says, without any of the recorder's own code.
final class Merged {

    private Merged() {}

    static List<JsonNode> states(JsonNode trace) {
        var states = new ArrayList<JsonNode>();
        JsonNode state = JsonNodeFactory.instance.objectNode();
        for (var step : trace.get("steps")) {
            state = patched(state, step);
            states.add(state);
        }
        return states;
    }

    static JsonNode patched(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        if (target.isObject()) {
            result.setAll((ObjectNode) target);
        }
        for (var change : patch.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                var old = result.path(change.getKey());
                result.set(change.getKey(), patched(old, change.getValue()));
            }
        }
        return result;
    }
}
