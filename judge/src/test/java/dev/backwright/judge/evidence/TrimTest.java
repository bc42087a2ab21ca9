package dev.backwright.judge.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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
    void aReplayIsKeptWholeOrNotAtAll() {
        var replay = new Evidence.Trace("replay.mjs", "f();\n", 1);
        assertEquals(List.of(replay), Trim.of(List.of(replay)).evidence());
        var endless = new Evidence.Trace("replay.mjs", "f();\n".repeat(20_000), 20_000);
        assertEquals(new Trim.Kept(List.of(), true), Trim.of(List.of(endless)));
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
    void ofManyExchangesTheLastAreKeptInTheirOrder() {
        List<Evidence> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(Drawn.post("/" + i, "x".repeat(3_000)));
        }
        all.add(new Evidence.Console("npm start", "", "the server's last words", "exit 1"));
        Trim.Kept kept = Trim.of(all);
        assertTrue(kept.truncated());
        List<String> targets =
                kept.evidence().stream()
                        .filter(Evidence.Http.class::isInstance)
                        .map(each -> ((Evidence.Http) each).target())
                        .toList();
        int first = 40 - targets.size();
        assertTrue(first > 0 && targets.size() > 5, targets::toString);
        assertEquals(IntStream.range(first, 40).mapToObj(i -> "/" + i).toList(), targets);
        assertEquals(all.getLast(), kept.evidence().getLast());
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
