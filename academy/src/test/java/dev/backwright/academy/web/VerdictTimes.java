package dev.backwright.academy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.backwright.academy.RealAcademy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long somebody waits at a lab's page, from the press of a key until the verdict is painted. A measurement, run by hand on a machine
/// that does nothing else: `mvn test -pl academy -am -Dtest=VerdictTimes -Dsurefire.failIfNoSpecifiedTests=false`.
/// `-Dbackwright.lab=STEP/NAME` names another lab, `-Dbackwright.readings=N` how often it is checked.
final class VerdictTimes {

    private static final String LAB = System.getProperty("backwright.lab", "javascript/closures");
    private static final int READINGS = Integer.getInteger("backwright.readings", 20);
    private static final int UNREAD = 5;

    /// What waits is made anew between two readings.
    private static final int PAUSE = 3000;

    /// Milliseconds from the key's own time: until the submission was taken in, until its verdict was painted.
    private static final String CLOCK =
            """
            () => {
              const check = document.querySelector('#check');
              window.taken = new Promise((done) => {
                addEventListener('keydown', (event) => {
                  if (event.key !== 'Enter') return;
                  const begun = event.timeStamp;
                  performance.clearResourceTimings();
                  new MutationObserver((changes, self) => {
                    if (check.hasAttribute('aria-busy')) return;
                    self.disconnect();
                    requestAnimationFrame(() => setTimeout(() => {
                      const painted = performance.now();
                      const post = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/submissions'));
                      done([post.responseEnd - begun, painted - begun]);
                    }));
                  }).observe(check, { attributes: true, attributeFilter: ['aria-busy'] });
                }, { capture: true });
              });
            }\
            """;

    @TempDir static Path home;

    @Test
    void fromAKeyToAVerdict() throws Exception {
        var readings = new ArrayList<double[]>();
        try (var academy = RealAcademy.at(home);
                var chromium = Chromium.open();
                var visit = Visit.enter(chromium, academy)) {
            visit.openLab(LAB);
            visit.pasteSolution(LAB);
            for (int i = 0; i < UNREAD + READINGS; i++) {
                var reading = reading(visit.page());
                if (i >= UNREAD) {
                    readings.add(reading);
                }
            }
        }
        say("taken in", readings, 0);
        say("painted", readings, 1);
    }

    private static double[] reading(Page page) {
        page.waitForTimeout(PAUSE);
        page.evaluate(CLOCK);
        page.keyboard().press("Control+Shift+Enter");
        var taken = (List<?>) page.evaluate("() => window.taken");
        assertEquals("ok", page.locator("#result .verdict").getAttribute("data-verdict"));
        return taken.stream().mapToDouble(it -> ((Number) it).doubleValue()).toArray();
    }

    private static void say(String what, List<double[]> readings, int which) {
        var times = readings.stream().mapToDouble(it -> it[which]).sorted().toArray();
        System.out.println(
                "VERDICT %s: min %.0f, p50 %.0f, p95 %.0f ms of %d"
                        .formatted(
                                what,
                                times[0],
                                times[times.length / 2],
                                times[times.length * 95 / 100],
                                times.length));
    }
}
