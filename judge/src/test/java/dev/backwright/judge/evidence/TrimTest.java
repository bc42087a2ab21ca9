package dev.backwright.judge.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrimTest {

    @Test
    void whatFitsIsKeptWhole() {
        var small = new Evidence.File("a.js", "let a;\n");
        assertEquals(new Trim.Kept(List.of(small), false), Trim.of(List.of(small)));
    }

    @Test
    void theEndOfAConsoleIsKept() {
        var console =
                new Evidence.Console("node a.js", "x".repeat(100_000) + "the end", "", "exit 1");
        Trim.Kept kept = Trim.of(List.of(console));
        assertTrue(kept.truncated());
        var shown = (Evidence.Console) kept.evidence().getFirst();
        assertTrue(shown.out().endsWith("the end"));
        assertTrue(shown.out().length() < 9_000);
    }

    @Test
    void allOfItStaysWithinTheBudget() {
        var much = new Evidence.File("a.js", "x".repeat(8_000));
        Trim.Kept kept = Trim.of(Collections.nCopies(50, much));
        assertTrue(kept.truncated());
        int size =
                kept.evidence().stream().mapToInt(e -> ((Evidence.File) e).text().length()).sum();
        assertTrue(size <= Trim.BUDGET + 100, () -> size + "");
    }

    @Test
    void textIsMadeHarmlessAndStaysUnicode() {
        assertEquals("red\n\tplain", Clean.text("\u001B[1;31mred\u001B[0m\r\n\tplain"));
        assertEquals("title", Clean.text("\u001B]0;evil\u0007title"));
        assertEquals("␀␈␡\\u{202e}x\\u{85}", Clean.text("\0\b\u007F\u202Ex\u0085"));
        assertEquals("\uFFFD🙂", Clean.text("\uD83D🙂"));
        assertFalse(Clean.text("\u001B").contains("\u001B"));
    }
}
