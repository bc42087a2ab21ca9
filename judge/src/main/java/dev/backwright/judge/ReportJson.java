package dev.backwright.judge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A report as JSON, in the shape of `report.schema.json`; what is written reads back as the same report.
public final class ReportJson {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(Evidence.class, Kinds.class)
                    .addMixIn(Wire.Fate.class, Fates.class)
                    .changeDefaultPropertyInclusion(
                            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private ReportJson() {}

    public static String write(Report report) {
        return JSON.writeValueAsString(report);
    }

    /// The same over several lines, for people.
    public static String writePretty(Report report) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report);
    }

    /// @throws JudgeException when the text is no report
    public static Report read(String json) {
        try {
            return JSON.readValue(json, Report.class);
        } catch (JacksonException e) {
            throw new JudgeException("this is no report: " + e.getOriginalMessage(), e);
        }
    }

    /// The JSON Schema every report keeps to.
    public static String schema() {
        try (InputStream in = ReportJson.class.getResourceAsStream("report.schema.json")) {
            if (in == null) {
                throw new JudgeException("the judge's jar lacks report.schema.json; build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new JudgeException("report.schema.json cannot be read: " + e, e);
        }
    }

    /// The shapes of evidence by their `kind`, named as [Evidence#kind] names them.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Evidence.Calls.class, name = "calls"),
        @JsonSubTypes.Type(value = Evidence.Http.class, name = "http"),
        @JsonSubTypes.Type(value = Evidence.Sql.class, name = "sql"),
        @JsonSubTypes.Type(value = Evidence.Wires.class, name = "wires"),
        @JsonSubTypes.Type(value = Evidence.Rows.class, name = "rows"),
        @JsonSubTypes.Type(value = Evidence.Console.class, name = "console"),
        @JsonSubTypes.Type(value = Evidence.Log.class, name = "log"),
        @JsonSubTypes.Type(value = Evidence.File.class, name = "file"),
        @JsonSubTypes.Type(value = Evidence.Trace.class, name = "trace"),
        @JsonSubTypes.Type(value = Evidence.Repeat.class, name = "repeat")
    })
    private interface Kinds {}

    private enum Fates {
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("cut-before")
        CUT_BEFORE,
        @JsonProperty("cut-after")
        CUT_AFTER,
        @JsonProperty("unanswered")
        UNANSWERED
    }
}
