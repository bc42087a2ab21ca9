package dev.backwright.judge.app;

import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A text that is to be JSON. One that is not fails the check when it is asked about.
///
/// @param whose leads a failure's message: `GET /notes`
/// @param part what the text is: `body`
record SeenJson(String whose, String part, String text) {

    Seen whole() {
        return Sighting.of(whose + ": " + part, JsonText.plain(parsed()), Failing.PLAIN);
    }

    /// A place in it; absent where there is none.
    Seen at(String path) {
        JsonNode place = JsonText.at(parsed(), path);
        String what = "%s: %s in the %s".formatted(whose, path, part);
        return place.isMissingNode()
                ? Sighting.absent(what, Failing.PLAIN)
                : Sighting.of(what, JsonText.plain(place), Failing.PLAIN);
    }

    private JsonNode parsed() {
        try {
            JsonNode node = JsonText.parse(text);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (JacksonException noJson) {
            // told below, in the learner's words
        }
        throw new Unmet(
                "%s: expected a %s that is JSON; seen %s"
                        .formatted(whose, part, Rendering.of(text)));
    }
}
