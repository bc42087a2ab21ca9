package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder judged by the real judge.
class CheckCommandTest {

    private @TempDir Path top = Path.of("");
    private Typed typed = new Typed(top, top);

    @BeforeEach
    void aStarter() throws IOException {
        typed = Typed.in(top);
        assertEquals(0, typed.type("start", "javascript/closures").code());
    }

    @Test
    void theStarterFailsWithTheVerdictFirst() throws Exception {
        var answer = typed.type("check", "closures");

        assertEquals(1, answer.code(), answer.err());
        assertTrue(answer.out().startsWith("Not passed yet: "), answer.out());
        assertTrue(answer.out().contains("✗ failed"), answer.out());
        assertTrue(answer.err().contains("javascript/closures is not passed yet"), answer.err());
        assertTrue(answer.err().contains("no academy is running"), answer.err());
    }

    @Test
    void theSolutionPassesAndJsonIsAllThatIsPrinted() throws Exception {
        Path solution = Typed.repository().resolve("course/labs/javascript/closures/solution/closures.js");
        Files.writeString(top.resolve("closures/closures.js"), Files.readString(solution));

        var answer = typed.type("check", "closures", "--json", "--seed", "7");

        Report report = ReportJson.read(answer.out());
        assertEquals(0, answer.code(), answer.out());
        assertEquals(Report.Verdict.PASSED, report.verdict());
        assertEquals(7, report.seed());
    }

    @Test
    void runExitsAsTheProgramDid() throws Exception {
        Files.writeString(top.resolve("closures/main.js"), "console.log('here'); process.exit(3);");

        var answer = typed.type("run", "closures");

        assertEquals(3, answer.code(), answer.err());
        assertEquals("here\n", answer.out());
    }
}
