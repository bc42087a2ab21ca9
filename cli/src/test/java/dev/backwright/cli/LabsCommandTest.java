package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LabsCommandTest {

    private @TempDir Path top = Path.of("");

    @Test
    void everyLabHasItsLine() throws Exception {
        var answer = Typed.in(top).type("labs");

        assertEquals(0, answer.code());
        assertTrue(
                answer.out().lines().anyMatch(line -> line.startsWith("javascript/closures ")),
                answer.out());
        assertEquals("", answer.err());
    }

    @Test
    void scriptsReadItAsJson() throws Exception {
        var rows = JsonMapper.shared().readTree(Typed.in(top).type("labs", "--json").out());

        var closures =
                rows.valueStream()
                        .filter(row -> row.path("id").asString().equals("javascript/closures"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("javascript", closures.path("step").asString());
        assertEquals("program", closures.path("kind").asString());
        assertTrue(closures.path("needs").isArray());
    }
}
