package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Intake;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an archive says, looked at line by line; each is as good as what came in over the page.
record ArchiveRows(
        List<Version> versions,
        List<Draft> drafts,
        List<Hint> hints,
        List<Solution> solutions,
        List<Remembered> predictions,
        List<Recall> recalls) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NAMED = 20;

    /// @param report `null` for what is not judged
    record Version(
            UUID id,
            LabId lab,
            int number,
            String kind,
            String labDigest,
            long seed,
            int attempt,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime judgedAt,
            @Nullable Report report,
            FileTree files) {

        /// The same, not to be judged.
        Version asKept() {
            return new Version(
                    id, lab, number, "kept", labDigest, 0, 0, createdAt, null, null, files);
        }
    }

    record Draft(LabId lab, String starterDigest, String files, OffsetDateTime savedAt) {}

    record Hint(LabId lab, String check, int tier, OffsetDateTime openedAt) {}

    record Solution(LabId lab, OffsetDateTime seenAt) {}

    record Recall(LabId lab, OffsetDateTime recalledAt) {}

    /// Makes a row of a line.
    private interface Reader<T> {
        T read(JsonNode line) throws Intake.Refused, CharacterCodingException;
    }

    /// @throws CannotAnswer with what is wrong, line by line
    static ArchiveRows of(ArchiveLines lines, Intake intake) {
        var wrong = new ArrayList<String>();
        read(lines, "backwright.json", wrong, ArchiveRows::format);
        var rows =
                new ArchiveRows(
                        read(lines, "versions.jsonl", wrong, line -> version(line, intake)),
                        read(lines, "drafts.jsonl", wrong, line -> draft(line, intake)),
                        read(lines, "hints.jsonl", wrong, ArchiveRows::hint),
                        read(lines, "solutions.jsonl", wrong, ArchiveRows::solution),
                        read(lines, "predictions.jsonl", wrong, PredictionLine::read),
                        read(lines, "recalls.jsonl", wrong, ArchiveRows::recall));
        if (!wrong.isEmpty()) {
            throw CannotAnswer.refused(
                    "The archive cannot be imported; nothing was changed. " + wrong.getFirst(),
                    wrong.subList(0, Math.min(NAMED, wrong.size())));
        }
        return rows;
    }

    private static <T> List<T> read(
            ArchiveLines lines, String file, List<String> wrong, Reader<T> reader) {
        var rows = new ArrayList<T>();
        int number = 0;
        for (String line : lines.of(file)) {
            number++;
            try {
                rows.add(reader.read(JSON.readTree(line)));
            } catch (JacksonException
                    | JudgeException
                    | IllegalArgumentException
                    | java.time.DateTimeException
                    | CharacterCodingException
                    | Intake.Refused e) {
                wrong.add("%s, line %d: %s".formatted(file, number, e.getMessage()));
            }
        }
        return rows;
    }

    private static int format(JsonNode line) {
        int format = line.path("format").asInt(0);
        if (format < 1 || format > Archive.FORMAT) {
            throw new IllegalArgumentException(
                    "its format is %d, and this Backwright knows 1 to %d"
                            .formatted(format, Archive.FORMAT));
        }
        return format;
    }

    private static Version version(JsonNode line, Intake intake)
            throws Intake.Refused, CharacterCodingException {
        var kind = text(line, "kind");
        var report = line.path("report");
        if (!List.of("checked", "told", "kept").contains(kind)) {
            throw new IllegalArgumentException("kind is checked, told or kept, got " + kind);
        }
        return new Version(
                UUID.fromString(text(line, "id")),
                LabId.of(text(line, "lab")),
                positive(line, "number"),
                kind,
                text(line, "labDigest"),
                line.path("seed").asLong(),
                line.path("attempt").asInt(),
                time(line, "createdAt"),
                line.path("judgedAt").isString() ? time(line, "judgedAt") : null,
                report.isObject() ? ReportJson.read(report.toString()) : null,
                intake.fromEditor(decoded(line.path("files"))));
    }

    private static Map<String, String> decoded(JsonNode files) throws CharacterCodingException {
        var texts = new TreeMap<String, String>();
        for (var file : files.properties()) {
            var bytes = Base64.getDecoder().decode(file.getValue().asString());
            texts.put(file.getKey(), UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        }
        return texts;
    }

    private static Draft draft(JsonNode line, Intake intake) throws Intake.Refused {
        var texts = new TreeMap<String, String>();
        line.path("files")
                .properties()
                .forEach(it -> texts.put(it.getKey(), it.getValue().asString()));
        var taken = intake.fromEditor(texts);
        texts.keySet().retainAll(taken.files().keySet());
        return new Draft(
                LabId.of(text(line, "lab")),
                text(line, "starterDigest"),
                JSON.writeValueAsString(texts),
                time(line, "savedAt"));
    }

    private static Hint hint(JsonNode line) {
        return new Hint(
                LabId.of(text(line, "lab")),
                text(line, "check"),
                positive(line, "tier"),
                time(line, "openedAt"));
    }

    private static Solution solution(JsonNode line) {
        return new Solution(LabId.of(text(line, "lab")), time(line, "seenAt"));
    }

    private static Recall recall(JsonNode line) {
        return new Recall(LabId.of(text(line, "lab")), time(line, "recalledAt"));
    }

    static String text(JsonNode line, String name) {
        var value = line.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return Objects.requireNonNull(value.stringValue());
    }

    static int positive(JsonNode line, String name) {
        int value = line.path(name).asInt(0);
        if (value < 1) {
            throw new IllegalArgumentException(name + " is no number from 1");
        }
        return value;
    }

    static OffsetDateTime time(JsonNode line, String name) {
        return OffsetDateTime.parse(text(line, name));
    }
}
