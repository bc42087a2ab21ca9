package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.bench.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SlowMachineTest {

    /// A server that listens after longer than the five seconds for which it is waited on a machine of the usual pace.
    private static Report slowStart(Pace pace) {
        try (var fixture = new Fixture(settings -> settings.withReady(0).withPace(pace))) {
            var solution = fixture.lab("web/hello").solution().files().get("server.js");
            var text = new String(solution, StandardCharsets.UTF_8);
            var slow = "await new Promise(done => setTimeout(done, 5300));\n" + text;
            return fixture.judged("web/hello", "server.js", slow);
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
