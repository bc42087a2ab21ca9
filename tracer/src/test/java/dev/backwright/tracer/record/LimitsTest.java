package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Where a recording stops, and what it costs before.
class LimitsTest {

    @Test
    void pastTheLastStepTheProgramRunsOn() {
        var program = "let n = 0; while (n < 500) n++; console.log(n); process.exitCode = 4;";
        var run =
                Recorded.of(
                        Limits.STANDARD.withSteps(100), "main.cjs", Map.of("main.cjs", program));
        assertEquals("500\n", run.console());
        assertEquals(4, run.exit());
        var end = run.trace().get("end");
        assertEquals(100, end.get("recorded").asInt());
        assertEquals(100, run.states().size());
        assertTrue(end.get("ran").asInt() > 1000, end.toString());
        assertTrue(end.get("sentence").asString().contains("first 100 steps"), end.toString());
        assertEquals("500\n", run.trace().get("console").get(0).get("text").asString());
    }

    @Test
    void longThingsAreCut() {
        var limits = new Limits(1000, 100, 12, 10, 5, 1000);
        var run =
                Recorded.of(
                        limits,
                        "main.cjs",
                        Map.of(
                                "main.cjs",
                                """
                                const text = 'x'.repeat(50), list = Array.from({ length: 30 }, (_, i) => i), map = new Map(list.map((i) => [i, i]));
                                const many = list.map((i) => ({ i }));
                                'end';
                                """));
        var end = run.at("'end'").getFirst();
        assertEquals("[\"cut\",\"xxxxx\",50]", Recorded.variable(end, "text").toString());
        assertEquals(20, Recorded.object(end, Recorded.variable(end, "list")).get("more").asInt());
        assertEquals(20, Recorded.object(end, Recorded.variable(end, "map")).get("more").asInt());
        int most =
                run.states().stream()
                        .mapToInt(state -> state.get("objects").size())
                        .max()
                        .orElse(0);
        assertTrue(most > 8 && most <= 12, "at most " + most);
    }

    @Test
    void deepRecursionIsFlat() {
        long shallow = looksAt(2);
        long deep = looksAt(400);
        assertTrue(
                deep < shallow * 3 / 2,
                "looked %d times at depth 400, %d at depth 2".formatted(deep, shallow));
    }

    /// How often a scope or an object was looked at in the same loop at the bottom of a recursion, the way there and back not counted.
    private static long looksAt(int depth) {
        return looks(depth, 300) - looks(depth, 1);
    }

    private static long looks(int depth, int rounds) {
        var program =
                """
                function down(n) { if (n > 0) return down(n - 1); const list = []; for (let i = 0; i < %d; i++) list.push(i); return list.length; }
                down(%d);
                """
                        .formatted(rounds, depth);
        return Recorded.script(program).looks();
    }

    @Test
    void callsDeeperThanTheLimitAreLeftOut() {
        var limits = new Limits(10_000, 20, 100, 100, 100, 1000);
        var program =
                "function down(n) { return n === 0 ? 0 : down(n - 1) + 1; } console.log(down(50));";
        var run = Recorded.of(limits, "main.cjs", Map.of("main.cjs", program));
        assertEquals("50\n", run.console());
        int most =
                run.states().stream().mapToInt(state -> state.get("calls").size()).max().orElse(0);
        assertEquals(20, most);
    }

    @Test
    void runningOutOfStackIsTheProgramsOwnMatter() {
        var program =
                """
                function down() { return down() + 1; }
                try { down(); } catch (e) { console.log(e instanceof RangeError); }
                """;
        var run =
                Recorded.of(
                        new Limits(10_000, 100, 100, 100, 100, 1000),
                        "main.cjs",
                        Map.of("main.cjs", program));
        assertEquals("true\n", run.console());
        assertEquals(0, run.exit());
    }

    @Test
    void whatIsPrintedBeyondTheLimitIsLeftOutAndTheTraceSaysSo() {
        var limits = new Limits(1000, 100, 100, 100, 100, 20);
        var program = "for (let i = 0; i < 9; i++) console.log('line', i); process.exitCode = 3;";
        var run = Recorded.of(limits, "main.cjs", Map.of("main.cjs", program));
        assertEquals(2, run.trace().get("console").size());
        var end = run.trace().get("end");
        assertEquals("output", end.get("by").asString());
        assertEquals(3, end.get("exit").asInt());
        assertTrue(
                end.get("sentence").asString().startsWith("The program printed more than"),
                end.toString());
        assertEquals(9, run.events("console").size());
        assertEquals(List.of(), TraceSchema.violations(run.json()));
    }
}
