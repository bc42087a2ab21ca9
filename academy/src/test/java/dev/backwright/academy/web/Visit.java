package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.backwright.academy.RealAcademy;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.Chromium.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One learner in a fresh browser, let in by the start key. Leaving fails when the console complained or anything was
/// asked of another origin.
final class Visit implements AutoCloseable {

    private static final String PASTE =
            """
            (editor, text) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', text);
              editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }\
            """;

    private final Sheet sheet;
    private final Page page;
    private final List<String> elsewhere = new ArrayList<>();

    private Visit(Sheet sheet, String own) {
        this.sheet = sheet;
        this.page = sheet.page();
        page.onRequest(request -> {
            if (!request.url().startsWith(own + "/")) {
                elsewhere.add(request.url());
            }
        });
    }

    static Visit enter(Chromium chromium, RealAcademy academy) {
        var visit = new Visit(chromium.sheet(Look.LIGHT), academy.url());
        visit.page.navigate(academy.door());
        assertEquals(academy.url() + "/", visit.page.url());
        return visit;
    }

    Page page() {
        return page;
    }

    Locator see(String selector) {
        return page.locator(selector);
    }

    void openLab(String lab) {
        see(".labs a[href='/labs/" + lab + "']").click();
        ready();
    }

    void ready() {
        page.waitForSelector("html[data-ready]");
    }

    Locator firstLine() {
        return see(".cm-line").first();
    }

    void typeAtTheTop(String text) {
        type(text);
        assertThat(see("#saved")).hasText("saved");
    }

    void type(String text) {
        see(".cm-content").focus();
        page.keyboard().press("Control+Home");
        page.keyboard().type(text);
    }

    /// The browser itself tells its console of every 409.
    void forgiveConflict() {
        sheet.complaints().removeIf(said -> said.contains("409"));
    }

    /// Puts each file of the lab's solution in place of what stands there.
    void pasteSolution(String lab) throws IOException {
        try (var files = Files.list(solutionOf(lab))) {
            for (var file : files.sorted().toList()) {
                see(".files [role=tab]")
                        .filter(new Locator.FilterOptions().setHasText(file.getFileName() + ""))
                        .click();
                see(".cm-content").focus();
                page.keyboard().press("Control+a");
                see(".cm-content").evaluate(PASTE, Files.readString(file));
                assertThat(firstLine()).hasText(Files.readAllLines(file).getFirst());
            }
        }
    }

    private static Path solutionOf(String lab) {
        return RealAcademy.COURSE.resolve("labs").resolve(lab).resolve("solution");
    }

    void check(String verdict) {
        see("#check").click();
        assertThat(see("#check")).hasAttribute("aria-busy", "true");
        assertThat(see("#check"))
                .not()
                .hasAttribute(
                        "aria-busy",
                        "true",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        assertThat(see("#result .verdict")).hasAttribute("data-verdict", verdict);
    }

    /// axe, in light and in dark.
    void isAccessible(String where) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var found = new AxeBuilder(page).analyze().getViolations();
            assertEquals(
                    List.of(),
                    found.stream().map(it -> it.getId() + ": " + it.getNodes()).toList(),
                    where + " in " + scheme);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Override
    public void close() {
        sheet.close();
        assertEquals(List.of(), sheet.complaints());
        assertEquals(List.of(), elsewhere);
    }
}
