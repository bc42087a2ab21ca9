package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/// Holds a report against the published schema.
final class ReportShape {

    private ReportShape() {}

    static void holds(Report report) {
        String json = ReportJson.write(report);
        assertEquals(List.of(), violations(json), json);
        assertEquals(report, ReportJson.read(json));
    }

    static List<String> violations(String json) {
        var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        return schemas.getSchema(ReportJson.schema()).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
