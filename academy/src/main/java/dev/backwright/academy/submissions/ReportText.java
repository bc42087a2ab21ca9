package dev.backwright.academy.submissions;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.backwright.checks.Evidence;
import dev.backwright.judge.Report;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// A report as text and back.
public final class ReportText {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kinds {}

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(Evidence.class, Kinds.class)
                    .registerSubtypes(
                            new NamedType(Evidence.Calls.class, "calls"),
                            new NamedType(Evidence.Http.class, "http"),
                            new NamedType(Evidence.Sql.class, "sql"),
                            new NamedType(Evidence.Rows.class, "rows"),
                            new NamedType(Evidence.Console.class, "console"),
                            new NamedType(Evidence.File.class, "file"),
                            new NamedType(Evidence.Repeat.class, "repeat"))
                    .build();

    private ReportText() {}

    public static String of(Report report) {
        return JSON.writeValueAsString(report);
    }

    /// @throws tools.jackson.core.JacksonException when it is no report
    public static Report read(String json) {
        return JSON.readValue(json, Report.class);
    }
}
