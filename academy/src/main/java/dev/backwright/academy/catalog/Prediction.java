package dev.backwright.academy.catalog;

import dev.backwright.judge.Lab;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A question of a lesson, never graded.
///
/// @param choices what one may answer
/// @param answer index of the right one
/// @param why why it is right
public record Prediction(String ask, List<String> choices, int answer, String why) {

    private static final YAMLMapper YAML = new YAMLMapper();

    public Prediction {
        choices = List.copyOf(choices);
        if (answer < 0 || answer >= choices.size()) {
            throw new IllegalArgumentException(
                    "predict: the answer is none of the choices: " + ask);
        }
    }

    /// Those of a lab's lesson, in its order, by their keys.
    public static Map<String, Prediction> of(Lab lab) {
        var all = new LinkedHashMap<String, Prediction>();
        for (var fence : Fence.in(lab.lesson())) {
            if (fence.kind().equals("predict")) {
                var question = parse(fence.text());
                all.put(question.key(), question);
            }
        }
        return all;
    }

    /// What it is known by: the same as long as it asks the same and offers the same.
    public String key() {
        var parts = new StringBuilder(ask);
        choices.forEach(choice -> parts.append('\0').append(choice));
        return digest(parts.toString());
    }

    /// A short digest, in hexadecimal digits.
    public static String digest(String text) {
        try {
            var whole =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Reads a `predict` block. The answer is the text of a choice, or its number from 1.
    public static Prediction parse(String yaml) {
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
