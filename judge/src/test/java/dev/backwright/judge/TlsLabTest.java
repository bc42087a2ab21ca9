package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsLabTest {

    private static final String LAB = "web/guarded";

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void aServerWithTheGivenCertificatePassesFromTheFirstSubmissionOn() {
        for (String state : List.of("cold", "warm", "warm again")) {
            Report report = fixture.judged(LAB, fixture.lab(LAB).solution());
            assertEquals(
                    List.of("guards PASSED", "logs-each-once PASSED"),
                    Fixture.outcomes(report),
                    state + ": " + report);
            ReportShape.holds(report);
        }
    }

    @Test
    void linesAndLoadsAreEvidence() {
        Report report = fixture.judged(LAB, "server.js", solution().replace("req.url }", "'?' }"));
        assertEquals(List.of("guards PASSED", "logs-each-once FAILED"), Fixture.outcomes(report));
        assertTrue(
                kinds(report).containsAll(List.of("http", "log", "console")),
                () -> report.toString());
        ReportShape.holds(report);
        Report broken = fixture.judged(LAB, "server.js", solution().replace("308", "500"));
        assertEquals(List.of("guards FAILED", "logs-each-once FAILED"), Fixture.outcomes(broken));
        assertTrue(kinds(broken).contains("rows"), () -> broken.toString());
        ReportShape.holds(broken);
    }

    private static List<String> kinds(Report report) {
        return Fixture.check(report, "logs-each-once").evidence().stream()
                .map(Evidence::kind)
                .toList();
    }

    private String solution() {
        return new String(
                fixture.lab(LAB).solution().files().get("server.js"), StandardCharsets.UTF_8);
    }
}
