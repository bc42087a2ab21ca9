package dev.backwright.sandbox;

import static dev.backwright.sandbox.Given.LIMITS;
import static dev.backwright.sandbox.Given.run;
import static dev.backwright.sandbox.Given.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every sandbox does when a process wants too much.
@Timeout(120)
interface LimitsContract {

    Sandbox sandbox();

    @Test
    default void tooMuchOutputEndsTheProcessAndIsCut() throws Exception {
        var launch =
                script(
                        "const s = 'x'.repeat(1e6); for (let i = 0; i < 100; i++) require('fs').writeSync(1, s)");
        var seen = run(sandbox(), launch.withLimits(LIMITS.withOutput(100_000)));
        assertEquals(new Outcome.TooMuchOutput(100_000), seen.outcome());
        assertEquals(100_000, seen.out().length());
        assertTrue(seen.truncated());
    }

    @Test
    default void tooLongOnTheClockIsTold() throws Exception {
        var limit = Duration.ofSeconds(1);
        var seen =
                run(
                        sandbox(),
                        script("setInterval(() => {}, 1e6)").withLimits(LIMITS.withWall(limit)));
        assertEquals(new Outcome.TimedOut(limit), seen.outcome());
    }

    @Test
    default void tooLongOnTheProcessorIsTold() throws Exception {
        var limit = Duration.ofSeconds(1);
        var seen = run(sandbox(), script("for (;;);").withLimits(LIMITS.withCpu(limit)));
        assertEquals(new Outcome.OutOfTime(limit), seen.outcome());
    }

    @Test
    default void aMemoryBombEnds() throws Exception {
        var launch = script("const all = []; for (;;) all.push(Buffer.alloc(8e6, 1))");
        var seen = run(sandbox(), launch.withLimits(LIMITS.withMemory(128 * Limits.MEGABYTE)));
        assertNotEquals(new Outcome.Exited(0), seen.outcome());
        var memoryByCgroup =
                sandbox().isolation().limits().stream()
                        .anyMatch(l -> l.startsWith("memory by cgroup"));
        if (memoryByCgroup) {
            assertInstanceOf(Outcome.OutOfMemory.class, seen.outcome(), seen.err());
        } else {
            assertTrue(!(seen.outcome() instanceof Outcome.TimedOut), seen.outcome() + seen.err());
        }
    }

    @Test
    default void aForkBombIsHeldAndGoesWithItsRun() throws Exception {
        var launch =
                script(
                        """
                        const {spawn} = require('child_process');
                        let failed = false;
                        for (let i = 0; i < 200 && !failed; i++) {
                          try { spawn('sleep', ['1000'], {detached: true, stdio: 'ignore'}).on('error', () => failed = true).unref(); }
                          catch { failed = true; }
                        }
                        setTimeout(() => { console.log(failed); process.exit() }, 500);
                        """);
        var seen = run(sandbox(), launch.withLimits(LIMITS.withProcesses(40)));
        assertEquals("true\n", seen.out(), seen.err());
        assertEquals(new Outcome.Exited(0), seen.outcome());
    }

    @Test
    default void daemonsAreGoneWhenTheCommandIs() throws Exception {
        var name = "sandbox-daemon-" + System.nanoTime();
        var launch =
                script(
                        "require('child_process').spawn('sh', ['-c', 'while :; do sleep 0.1; done', process.argv[1] && '"
                                + name
                                + "'], {detached: true, stdio: 'ignore'}).unref()");
        try (var running = sandbox().start(launch)) {
            assertEquals(new Outcome.Exited(0), Given.outcome(running));
            Until.holds(() ->
                    ProcessHandle.allProcesses()
                            .noneMatch(p ->
                                    p.info()
                                            .arguments()
                                            .map(a -> String.join(" ", a))
                                            .orElse("")
                                            .contains(name)));
        }
    }
}
