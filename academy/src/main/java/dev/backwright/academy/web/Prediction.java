package dev.backwright.academy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A question of a lesson, never graded.
///
/// @param choices what one may answer
/// @param answer index of the right one
/// @param why why it is right
record Prediction(String ask, List<String> choices, int answer, String why) {

    private static final YAMLMapper YAML = new YAMLMapper();

    Prediction {
        choices = List.copyOf(choices);
        if (answer < 0 || answer >= choices.size()) {
            throw new IllegalArgumentException(
                    "predict: the answer is none of the choices: " + ask);
        }
    }

    /// Reads a `predict` block. The answer is the text of a choice, or its number from 1.
    static Prediction parse(String yaml) {
        try {
            var block = YAML.readTree(yaml);
            var choices =
                    block.path("choices").valueStream().map(choice -> choice.asString("")).toList();
            return new Prediction(
                    text(block, "ask"),
                    choices,
                    answer(block.get("answer"), choices),
                    text(block, "why"));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("predict: " + e.getOriginalMessage(), e);
        }
    }

    private static int answer(@Nullable JsonNode answer, List<String> choices) {
        if (answer == null) {
            throw new IllegalArgumentException("predict: no answer is given");
        }
        int index = choices.indexOf(answer.asString(""));
        return index < 0 && answer.isInt() ? answer.asInt() - 1 : index;
    }

    private static String text(JsonNode block, String name) {
        if (!block.hasNonNull(name)) {
            throw new IllegalArgumentException("predict: `" + name + "` is missing");
        }
        return block.path(name).asString("");
    }
}
