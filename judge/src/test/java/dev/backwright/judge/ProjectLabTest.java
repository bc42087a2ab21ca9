package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.Report.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectLabTest {

    private static final String LAB = "web/parcel";

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void aPackageThatInstallsPasses() {
        Report report = fixture.judged(LAB, fixture.lab(LAB).solution());
        assertEquals(Verdict.PASSED, report.verdict(), report::toString);
        ReportShape.holds(report);
    }

    @Test
    void oneThatDoesNotIsShownByItsCommandsAndByWhatTheRegistryWasAsked() {
        Report report = fixture.judged(LAB, fixture.lab(LAB).starter());
        assertEquals(
                List.of("installs FAILED", "keeps-to-itself FAILED"), Fixture.outcomes(report));
        ReportShape.holds(report);
        List<Evidence> evidence = Fixture.check(report, "installs").evidence();
        List<String> commands =
                evidence.stream()
                        .filter(Evidence.Console.class::isInstance)
                        .map(each -> ((Evidence.Console) each).command())
                        .toList();
        assertTrue(
                commands.containsAll(List.of("npm publish", "npm install @post/parcel (in shop)")),
                commands::toString);
        List<String> requests =
                evidence.stream()
                        .filter(Evidence.Wires.class::isInstance)
                        .flatMap(each -> ((Evidence.Wires) each).scenes().stream())
                        .flatMap(scene -> scene.steps().stream())
                        .map(step -> step.statement().text())
                        .toList();
        assertTrue(requests.contains("PUT /@post/parcel"), requests::toString);
    }

    @Test
    void itsScriptRuns() throws Exception {
        List<LiveRun.Event> events = Collections.synchronizedList(new ArrayList<>());
        Lab lab = fixture.lab(LAB);
        try (LiveRun run = fixture.judge.run(lab, lab.starter(), events::add)) {
            assertEquals(0, run.await());
        }
        String printed = events.toString();
        assertTrue(printed.contains("three grams"), printed);
        assertTrue(events.stream().noneMatch(LiveRun.Event.Ready.class::isInstance), printed);
    }
}
