package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What was thrown, and where in the learner's own files.
///
/// @param value what was thrown
/// @param frames lines of the stack in the learner's own files: `at memoize (closures.js:12:5)`
record Thrown(Told value, List<String> frames) {

    private static final int MOST_FRAMES = 10;

    static Thrown of(JsonNode answer, String folder) {
        return new Thrown(
                Told.of(answer.path("threw")),
                ownFrames(answer.path("stack").asString(""), folder));
    }

    /// `TypeError: no (closures.js:12:5)`.
    String inWords() {
        return value.shown() + place().map(place -> " (" + place + ")").orElse("");
    }

    /// The stack, where there is more to see than the place.
    List<Evidence> evidence(String call) {
        if (frames.isEmpty()) {
            return List.of();
        }
        String stack = value.shown() + "\n    " + String.join("\n    ", frames);
        return List.of(new Evidence.Console(call, "", stack, ""));
    }

    private Optional<String> place() {
        return frames.stream()
                .findFirst()
                .map(line -> line.replaceFirst("^at (.*\\((.*)\\)|(async )?(.*))$", "$2$4"));
    }

    private static List<String> ownFrames(String stack, String folder) {
        return stack.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("at ") && line.contains(folder + "/"))
                .filter(line ->
                        !line.contains(ProbeSource.FILE) && !line.contains("/node_modules/"))
                .map(line -> Paths.shortened(line, folder))
                .limit(MOST_FRAMES)
                .toList();
    }
}
