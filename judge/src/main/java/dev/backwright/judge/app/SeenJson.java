package dev.backwright.judge.app;

import dev.backwright.checks.Seen;
import dev.backwright.judge.json.JsonText;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A text that is to be JSON. One that is not fails the check when it is asked about.
///
/// @param whose leads a failure's message: `GET /notes`
/// @param part what the text is: `body`
record SeenJson(String whose, String part, String text, Failing failing) {

    Seen whole() {
        return Sighting.of(whose + ": " + part, JsonText.plain(parsed()), failing);
    }

    /// A place in it; absent where there is none.
    Seen at(String path) {
        JsonNode place = JsonText.at(parsed(), path);
        String what = "%s: %s in the %s".formatted(whose, path, part);
        return place.isMissingNode()
                ? Sighting.absent(what, failing)
                : Sighting.of(what, JsonText.plain(place), failing);
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
        throw failing.because(
                "%s: expected a %s that is JSON; seen %s"
                        .formatted(whose, part, Rendering.of(text)));
    }
}
