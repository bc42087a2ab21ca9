package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.bench.Pace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowMachineTest {

    @TempDir Path home;

    /// A server that listens after longer than the five seconds for which it is waited on a machine of the usual pace.
    private Report slowStart(Pace pace) {
        var settings =
                JudgeSettings.of(Fixture.COURSE, Fixture.TOOLBOX, home)
                        .withIsolation("process")
                        .withReady(0)
                        .withPace(pace);
        try (var judge = Judge.open(settings)) {
            var lab = Labs.load(Fixture.COURSE).find(LabId.of("web/hello")).orElseThrow();
            var files = new TreeMap<>(lab.solution().files());
            var name = lab.sheet().edit().getFirst();
            var text = new String(files.get(name), StandardCharsets.UTF_8);
            var slow = "await new Promise(done => setTimeout(done, 5300));\n" + text;
            files.put(name, slow.getBytes(StandardCharsets.UTF_8));
            return judge.judge(
                    new Submission("1", lab.id(), new FileTree(files), 1, 1), Progress.NONE);
        }
    }

    @Test
    void whatIsTooLongElsewhereIsWaitedForWhereEverythingIsSlow() {
        var here = slowStart(new Pace(2, 300));
        assertEquals(Report.Verdict.PASSED, here.verdict(), here::toString);
        assertTrue(
                here.runtime().limits().contains("time × 2, since Node starts in 300 ms here"),
                here::toString);
    }

    @Test
    void aPhaseOfOursThatTakesTooLongIsGivenUp() {
        var never = new CountDownLatch(1);
        var said =
                assertThrows(
                        JudgeException.class,
                        () ->
                                Phase.PREPARE.within(
                                        Duration.ofMillis(50),
                                        () -> {
                                            try {
                                                never.await();
                                            } catch (InterruptedException e) {
                                                Thread.currentThread().interrupt();
                                            }
                                            return "";
                                        }));
        assertEquals(
                "Preparing the submission took longer than 1 s and was given up. Is this machine overloaded, or its disk?",
                said.getMessage());
    }

    @Test
    void whatThrowsInAPhaseIsThrownAsItIs() {
        assertThrows(
                AssertionError.class,
                () ->
                        Phase.BOOT.within(
                                Pace.USUAL_PACE,
                                () -> {
                                    throw new AssertionError("theirs");
                                }));
    }
}
