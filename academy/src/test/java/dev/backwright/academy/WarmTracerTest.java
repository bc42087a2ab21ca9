package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tracers that wait, and how many may work at once.
final class WarmTracerTest {

    @TempDir Path home;

    private final FakeJudge judge = new FakeJudge(submission -> Outcome.PASSED);

    @Test
    void oneWaitsOnceAPageThatCanRecordIsOpened() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), judge)) {
            open(academy, "/");
            open(academy, "/labs/web/middleware");
            assertEquals(0, tracers(), "nobody can record there");
            open(academy, "/labs/javascript/closures");
            await(() -> tracers() == 1);
            for (int i = 0; i < 5; i++) {
                open(academy, "/playground");
            }
            var recorded = post(academy, "console.log(1)");
            assertEquals(200, recorded.statusCode(), recorded.body());
            await(() -> tracers() == 1);
        }
        await(() -> tracers() == 0);
    }

    @Test
    void whoFindsNoPlaceStartsNoNodeEither() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), judge)) {
            for (int i = 0; i < 2; i++) {
                Thread.startVirtualThread(() -> endless(academy));
            }
            await(() -> judge.ran.get() == 2);
            assertEquals(429, post(academy, "console.log(1)").statusCode());
            assertEquals(2, judge.ran.get());
        }
    }

    private static void endless(OpenAcademy academy) {
        try {
            post(academy, "for (;;);");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> post(OpenAcademy academy, String program) throws Exception {
        var body = "{\"files\":{\"a.cjs\":\"%s\"},\"main\":\"a.cjs\"}".formatted(program);
        return academy.post("/api/recordings", body);
    }

    private static void open(OpenAcademy academy, String page) throws Exception {
        assertEquals(200, academy.send(academy.withKey(page)).statusCode());
    }

    private static long tracers() {
        return ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().commandLine().orElse("").contains("--serve"))
                .filter(ProcessHandle::isAlive)
                .count();
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 600 && !what.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertTrue(what.getAsBoolean(), "it does not come to that within half a minute");
    }
}
