package dev.backwright.judge.project;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Project;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.json.JsonText;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A command that came to its end.
record FinishedCommand(String command, String printed, String complained, int code)
        implements Project.Run {

    @Override
    public Seen exit() {
        String complaint = Complaint.of(complained);
        return Sighting.of(
                "exit code of " + command,
                code,
                message -> unmet(complaint.isEmpty() ? message : message + " (" + complaint + ")"));
    }

    @Override
    public Seen out() {
        return seen("standard output of " + command, printed);
    }

    @Override
    public Seen err() {
        return seen("standard error of " + command, complained);
    }

    @Override
    public List<String> lines() {
        return printed.lines().toList();
    }

    @Override
    public Seen json(String... place) {
        JsonNode node = JsonText.under(parsed(), place);
        String what =
                String.join(" › ", place)
                        + (place.length == 0 ? "" : " in ")
                        + "what "
                        + command
                        + " printed";
        return node.isMissingNode()
                ? Sighting.absent(what, this::unmet)
                : seen(what, JsonText.plain(node));
    }

    private JsonNode parsed() {
        try {
            JsonNode node = JsonText.parse(printed);
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (JacksonException noJson) {
            // told below, in the learner's words
        }
        throw unmet(
                "standard output of %s: expected JSON; seen %s"
                        .formatted(command, Rendering.of(printed)));
    }

    Evidence evidence() {
        return new Evidence.Console(command, printed, complained, "exit " + code);
    }

    private Seen seen(String what, @Nullable Object value) {
        return Sighting.of(what, value, this::unmet);
    }

    private Unmet unmet(String message) {
        return new Unmet(message, List.of(evidence()));
    }
}
