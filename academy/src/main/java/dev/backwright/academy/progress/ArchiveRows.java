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
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an archive says, looked at line by line; each is as good as what came in over the page. What is good is added at once, until
/// something is wrong: then no more is added, and whoever began the transaction lets nothing of it stay.
final class ArchiveRows implements ArchiveLines.Taker {

    /// A line of few bytes may mean much memory: brackets do.
    private static final int MOST_TOKENS = 500_000;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxTokenCount(MOST_TOKENS)
                                                    .build())
                                    .build())
                    .build();
    private static final int NAMED = 20;

    private final Intake intake;
    private final ArchiveInsert into;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> added = new HashMap<>();

    /// @param into adds what is good
    ArchiveRows(Intake intake, ArchiveInsert into) {
        this.intake = intake;
        this.into = into;
    }

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

    @Override
    public void take(String file, int number, String line) {
        IntSupplier row;
        try {
            row = row(file, JSON.readTree(line));
        } catch (JacksonException
                | JudgeException
                | IllegalArgumentException
                | DateTimeException
                | CharacterCodingException
                | Intake.Refused e) {
            refuse("%s, line %d: %s".formatted(file, number, e.getMessage()));
            return;
        }
        if (wrong.isEmpty()) {
            added.merge(file, row.getAsInt(), Integer::sum);
        }
    }

    /// Reads a line. What is returned adds it, and says how many rows that were.
    private IntSupplier row(String file, JsonNode line)
            throws Intake.Refused, CharacterCodingException {
        return switch (file) {
            case "versions.jsonl" -> {
                var version = version(line, intake);
                yield () -> into.version(version);
            }
            case "drafts.jsonl" -> {
                var draft = draft(line, intake);
                yield () -> into.draft(draft);
            }
            case "hints.jsonl" -> {
                var hint = hint(line);
                yield () -> into.hint(hint);
            }
            case "solutions.jsonl" -> {
                var solution = solution(line);
                yield () -> into.solution(solution);
            }
            case "predictions.jsonl" -> {
                var prediction = PredictionLine.read(line);
                yield () -> into.prediction(prediction);
            }
            case "recalls.jsonl" -> {
                var recall = recall(line);
                yield () -> into.recall(recall);
            }
            case ArchiveLines.ACCOUNT -> () -> 0;
            default -> {
                requireFormat(line);
                yield () -> 0;
            }
        };
    }

    private void refuse(String what) {
        wrong.add(what);
        if (wrong.size() == NAMED) {
            requireAllGood();
        }
    }

    /// What was added, once all lines were taken.
    ///
    /// @throws CannotAnswer with what is wrong, line by line
    Archive.Added added() {
        requireAllGood();
        return new Archive.Added(
                of("versions.jsonl"),
                of("drafts.jsonl"),
                of("hints.jsonl"),
                of("solutions.jsonl"),
                of("predictions.jsonl"),
                of("recalls.jsonl"));
    }

    private int of(String file) {
        return added.getOrDefault(file, 0);
    }

    private void requireAllGood() {
        if (!wrong.isEmpty()) {
            throw CannotAnswer.refused(
                    "The archive cannot be imported; nothing was changed. " + wrong.getFirst(),
                    wrong);
        }
    }

    private static void requireFormat(JsonNode line) {
        int format = line.path("format").asInt(0);
        if (format < 1 || format > Archive.FORMAT) {
            throw new IllegalArgumentException(
                    "its format is %d, and this Backwright knows 1 to %d"
                            .formatted(format, Archive.FORMAT));
        }
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
