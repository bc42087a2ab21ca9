package dev.backwright.academy.progress;

import dev.backwright.judge.LabId;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A prediction as an archive tells it.
final class PredictionLine {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PredictionLine() {}

    /// @throws IllegalArgumentException when it is none of ours
    static Remembered read(JsonNode line) {
        var question = JSON.treeToValue(line.path("question"), Asked.class);
        if (question == null) {
            throw new IllegalArgumentException("question is missing");
        }
        var violations = question.violations();
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", violations));
        }
        boolean ofPlayground = line.path("lab").isNull() && question.scene() != null;
        int times = ArchiveRows.positive(line, "times");
        return new Remembered(
                UUID.randomUUID(),
                ofPlayground ? null : LabId.of(ArchiveRows.text(line, "lab")),
                question,
                within(line, "chosen", question.choices().size() - 1),
                times,
                within(line, "wrong", times),
                new Box(within(line, "box", Box.LAST), ArchiveRows.time(line, "dueAt").toInstant()),
                ArchiveRows.time(line, "answeredAt").toInstant());
    }

    private static int within(JsonNode line, String name, int most) {
        var value = line.path(name);
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > most) {
            throw new IllegalArgumentException(
                    "%s is no number from 0 to %d".formatted(name, most));
        }
        return value.asInt();
    }
}
