package dev.backwright.academy.grading;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForOne;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.judge.Intake;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Takes in what the command line found out by itself. Its learner is believed alone, and nobody in an academy for many.
@RestController
@ForOne
final class ResultsApi {

    private final Catalog catalog;
    private final Submissions submissions;
    private final Intake intake;
    private final LiveEvents events;

    ResultsApi(Catalog catalog, Submissions submissions, Intake intake, LiveEvents events) {
        this.catalog = catalog;
        this.submissions = submissions;
        this.intake = intake;
        this.events = events;
    }

    record Told(
            @JsonProperty(required = true)
                    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
                    Map<String, String> files,
            @JsonProperty(required = true) JsonNode report) {}

    record Taken(UUID id, int version) {}

    @PostMapping("/api/labs/{step}/{name}/results")
    @ResponseStatus(HttpStatus.CREATED)
    Taken tell(
            Learner learner,
            @PathVariable String step,
            @PathVariable String name,
            @RequestBody Told told)
            throws Intake.Refused {
        var lab = catalog.lab(step, name);
        var report = report(told.report());
        var broken = ReportRules.broken(report, lab);
        if (!broken.isEmpty()) {
            throw CannotAnswer.refused("The report cannot be believed.", broken);
        }
        var version = submissions.told(learner, lab, intake.fromEditor(told.files()), report);
        events.tell(new LiveEvent.Stored(version));
        events.tell(new LiveEvent.Written(version, true));
        return new Taken(version.id(), version.number());
    }

    private static Report report(JsonNode json) {
        try {
            return ReportJson.read(json.toString());
        } catch (JudgeException e) {
            throw CannotAnswer.malformed(
                    "The report is not of the shape of report.schema.json: " + e.getMessage());
        }
    }
}
