package dev.backwright.cli.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be typed. None of it needs a build, or anything installed.
class WordsOfTheDoorTest {

    private @TempDir Path top = Path.of("");
    private Machine machine;

    @BeforeEach
    void aBareMachine() throws IOException {
        machine = Machine.bare(top, "checkout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "--prot 8080",
                "--port",
                "--port many",
                "--port 65536",
                "--port=",
                "--port 1 2",
                "export",
                "import",
                "import a b",
                "test twice"
            })
    void whatCannotBeUnderstoodIsWrongUsage(String words) throws Exception {
        var answer = machine.start(words.split(" ")).answer();

        assertEquals(64, answer.code());
        assertTrue(answer.err().startsWith("backwright: "), answer.err());
        assertTrue(
                answer.err().contains("See: " + machine.checkout() + "/backwright help"),
                answer.err());
        assertEquals("", answer.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpTellsEveryCommand(String word) throws Exception {
        var answer = machine.start(word).answer();

        assertEquals(0, answer.code());
        for (String command :
                List.of(
                        "labs", "start", "run", "check", "judge", "doctor", "export", "import",
                        "test")) {
            assertTrue(answer.out().contains("backwright " + command), command);
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertEquals("backwright 0.1.0\n", machine.start("--version").answer().out());
    }
}
