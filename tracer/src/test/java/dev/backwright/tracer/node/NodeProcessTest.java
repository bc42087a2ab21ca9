package dev.backwright.tracer.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a whole process does that no comparison with real Node can show.
final class NodeProcessTest {

    private static final Engine ENGINE = NodeProcess.engine();
    private static final String MAIN = "/home/learner/main.cjs";

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final List<Phase> phases = new ArrayList<>();

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    @Test
    void aLoopWithoutAnEndIsEnded() {
        Ending ending = run("try { for (;;); } finally { for (;;); }", Duration.ofMillis(300));
        assertEquals(Ending.By.TIME, ending.by());
    }

    @Test
    void anHourOfVirtualTimeTakesNoTime() {
        long start = System.nanoTime();
        run("setTimeout(() => console.log(process.uptime() > 3599), 3_600_000)");
        assertEquals("true\n", out.toString());
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(60).toNanos());
    }

    @Test
    void aModuleThatNeedsTheWorldIsRefusedInOneSentence() {
        run("try { require('node:http') } catch (error) { console.log(error.message) }");
        assertEquals(
                "The recorder cannot run programs that use node:http; run it in real Node instead:"
                        + " ./backwright run.\n",
                out.toString());
    }

    @Test
    void nothingOfTheHostCanBeRead() {
        run(
                "const fs = require('fs');"
                        + "for (const path of ['/etc/passwd', '../../../etc/passwd', '/proc/self/environ'])"
                        + " console.log(fs.existsSync(path));");
        assertEquals("false\nfalse\nfalse\n", out.toString());
    }

    @Test
    void anUncaughtErrorShowsItsLine() {
        Ending ending = run("const a = 1;\nnull.name;\n");
        assertEquals(new Ending(1, Ending.By.UNCAUGHT), ending);
        assertTrue(
                err.toString().startsWith(MAIN + ":2\nnull.name;\n     ^\n\nTypeError: "),
                err::toString);
        assertTrue(err.toString().endsWith("\n\nNode.js v24.21.0\n"), err::toString);
    }

    @Test
    void theWayItEndedIsTold() {
        assertEquals(new Ending(4, Ending.By.EXIT), run("process.exit(4)"));
        assertEquals(new Ending(5, Ending.By.FINISHED), run("process.exitCode = 5"));
    }

    @Test
    void theObserverHearsOfEveryPhase() {
        run(
                "setTimeout(() => {}); setImmediate(() => {}); process.nextTick(() => {}); Promise.resolve().then(() => {})");
        assertTrue(
                phases.containsAll(
                        List.of(
                                Phase.TICK,
                                Phase.MICRO,
                                Phase.TIMERS,
                                Phase.CHECK,
                                Phase.BEFORE_EXIT,
                                Phase.EXIT)),
                phases::toString);
    }

    private Ending run(String program) {
        return run(program, Duration.ofSeconds(60));
    }

    private Ending run(String program, Duration limit) {
        var files = MemoryFiles.of(Map.of(MAIN, program));
        try (var process = NodeProcess.boot(ENGINE, files, new Listener())) {
            return process.run(MAIN, List.of(), limit);
        }
    }

    private final class Listener implements Observer {
        @Override
        public void enters(Phase phase) {
            phases.add(phase);
        }

        @Override
        public void prints(int descriptor, String text) {
            (descriptor == 1 ? out : err).append(text);
        }
    }
}
