package dev.backwright.academy.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.backwright.academy.RealAcademy;
import dev.backwright.academy.web.Chromium.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How quick a long recording is on its page. A measurement, run by hand on a machine that does nothing else:
/// `mvn test -pl academy -am -Dtest=RecordingTimes -Dsurefire.failIfNoSpecifiedTests=false`. `-Dbackwright.recording=FILE`
/// names another program, `-Dbackwright.readings=N` how often the page is opened.
final class RecordingTimes {

    private static final Path PROGRAM =
            Path.of(System.getProperty("backwright.recording", "../bench/src/recordings/loop.cjs"));
    private static final int READINGS = Integer.getInteger("backwright.readings", 5);
    private static final int STEPS = 300;

    /// Presses a key until a step answers, and notes when that was painted.
    private static final String FIRST =
            """
            (() => {
              const shown = () => document.querySelector('.rec-why .stepno b')?.textContent;
              const press = () => {
                const before = shown();
                if (before) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
                if (!before || shown() === before) return void setTimeout(press, 4);
                requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.answered = String(performance.now()); }));
              };
              press();
            })();
            """;

    /// Milliseconds of script and layout of each of many moves; a frame is painted between two of them.
    private static final String MOVES =
            """
            async ([count, seek]) => {
              const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
              const input = document.querySelector('.rec-time input[type=range]');
              const random = (() => { let x = 12345; return () => (x = (x * 1103515245 + 12345) % 2147483648) / 2147483648; })();
              const times = [];
              for (let i = 0; i < count; i++) {
                await frame();
                if (seek) input.value = String(1 + Math.floor(random() * Number(input.max)));
                const begun = performance.now();
                if (seek) {
                  const raf = window.requestAnimationFrame;
                  window.requestAnimationFrame = (act) => { act(begun); return 0; };
                  input.dispatchEvent(new Event('input', { bubbles: true }));
                  window.requestAnimationFrame = raf;
                } else {
                  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
                }
                document.querySelector('.recording').getBoundingClientRect();
                times.push(performance.now() - begun);
              }
              await frame();
              return times;
            }\
            """;

    @TempDir static Path home;

    @Test
    void ofALongRecording() throws Exception {
        try (var academy = RealAcademy.at(home);
                var chromium = Chromium.open()) {
            for (int i = 0; i < READINGS; i++) {
                reading(chromium, academy);
            }
        }
    }

    private static void reading(Chromium chromium, RealAcademy academy) throws Exception {
        var name = PROGRAM.getFileName().toString();
        var link = ProgramLink.of(Map.of(name, Files.readString(PROGRAM)), name);
        try (var sheet = chromium.sheet(Look.LIGHT)) {
            var page = sheet.page();
            page.setDefaultTimeout(60_000);
            page.navigate(academy.door());
            page.evaluate(
                    "(fragment) => sessionStorage.setItem('backwright.errand', JSON.stringify({ fragment, line: 0, back: '/labs/javascript/closures', title: 'x' }))",
                    link.substring("/playground".length()));
            page.addInitScript(FIRST);
            page.navigate(academy.url() + link);
            page.waitForSelector("html[data-answered]");
            opened(page);
            moves(page, "step", false);
            moves(page, "seek", true);
        }
    }

    private static void opened(Page page) {
        double answered = number(page, "Number(document.documentElement.dataset.answered)");
        double came =
                number(
                        page,
                        "performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/api/recordings')).responseEnd");
        say(
                "opened: %.0f ms from navigation, %.0f ms from the recording's arrival"
                        .formatted(answered, answered - came));
        assertTrue(answered > came);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static void moves(Page page, String what, boolean seek) {
        CDPSession session = page.context().newCDPSession(page);
        var processor = new JsonObject();
        processor.addProperty("timeDomain", "threadTicks");
        session.send("Performance.enable", processor);
        double before = busy(session);
        var times =
                ((List<?>) page.evaluate(MOVES, List.of(STEPS, seek)))
                        .stream().mapToDouble(it -> ((Number) it).doubleValue()).sorted().toArray();
        double all = (busy(session) - before) * 1000 / STEPS;
        say(
                "%s: script and layout p50 %.1f, p95 %.1f, most %.1f ms; main thread in all %.1f ms of processor each"
                        .formatted(
                                what,
                                times[STEPS / 2],
                                times[STEPS * 95 / 100],
                                times[times.length - 1],
                                all));
        session.detach();
    }

    /// Seconds of processor that the main thread has had so far, whatever else the machine does.
    private static double busy(CDPSession session) {
        for (var metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject named = metric.getAsJsonObject();
            if (named.get("name").getAsString().equals("TaskDuration")) {
                return named.get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("Chromium does not tell its TaskDuration");
    }

    private static void say(String what) {
        System.out.println("RECORDING " + what);
    }
}
