package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path solution =
                Typed.repository().resolve("course/labs/javascript/closures/solution/closures.js");
        Files.writeString(top.resolve("closures/closures.js"), Files.readString(solution));

        var answer = typed.type("check", "closures", "--json", "--seed", "7");

        Report report = ReportJson.read(answer.out());
        assertEquals(0, answer.code(), answer.out());
        assertEquals(Report.Verdict.PASSED, report.verdict());
        assertEquals(7, report.seed());
    }

    @Test
    void whoWatchesHearsOfEverySaveAndOfAFolderThatIsGone() throws Exception {
        Path file = top.resolve("closures/closures.js");
        Path aside = top.resolve("aside");
        Path solution =
                Typed.repository().resolve("course/labs/javascript/closures/solution/closures.js");
        var said = new ByteArrayOutputStream();
        Thread watching = typed.typeOnAThread(said, "check", "--watch", "closures");
        try {
            hears(said, "Not passed yet: ");
            Files.writeString(file, "export function once( {");
            hears(said, "closures.js could not be loaded: SyntaxError");
            Files.move(file.getParent(), aside);
            hears(said, "the folder is gone; it is judged as soon as it is back.");
            Files.copy(solution, aside.resolve("closures.js"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(aside, file.getParent());
            hears(said, "Passed: ");
        } finally {
            watching.interrupt();
            watching.join();
        }
    }

    /// Waits until that was said, and that watching goes on; forgets both.
    private static void hears(ByteArrayOutputStream said, String words) throws Exception {
        for (int i = 0; i < 600; i++) {
            String text = said.toString(StandardCharsets.UTF_8);
            int at = text.indexOf(words);
            if (at >= 0 && text.indexOf("Ctrl-C stops.", at) > 0) {
                said.reset();
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing said " + words + ": " + said);
    }

    @Test
    void runExitsAsTheProgramDid() throws Exception {
        Files.writeString(top.resolve("closures/main.js"), "console.log('here'); process.exit(3);");

        var answer = typed.type("run", "closures");

        assertEquals(3, answer.code(), answer.err());
        assertEquals("here\n", answer.out());
    }
}
