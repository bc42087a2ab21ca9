package dev.backwright.academy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import dev.backwright.academy.web.Chromium.Look;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every page in every state, light and dark, wide and narrow: axe finds nothing, the browser complains of nothing.
final class PagesTest {

    private static final View VIEW = new View(Assets.load());
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Chromium CHROMIUM = Chromium.open();
    private static final PageServer SERVER = PageServer.start();

    @BeforeAll
    static void open() {
        SERVER.answer(
                "GET /api/labs/javascript/closures/events", PageServer.Answer.events(": here\n\n"));
        SERVER.answer(
                "GET /api/labs/data/transactions/events", PageServer.Answer.events(": here\n\n"));
    }

    @AfterAll
    static void close() {
        SERVER.close();
        CHROMIUM.close();
    }

    @TestFactory
    List<DynamicTest> nothingIsInTheWay() {
        var tests = new ArrayList<DynamicTest>();
        pages().forEach((name, html) -> {
            SERVER.show("/" + name, html);
            for (var look : List.of(Look.LIGHT, Look.DARK, Look.NARROW)) {
                tests.add(DynamicTest.dynamicTest(name + ", " + look, () -> look(name, look)));
            }
        });
        return tests;
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("path-empty", VIEW.path(Samples.emptyPath()));
        pages.put("path-fresh", VIEW.path(Samples.freshPath()));
        pages.put("path-begun", VIEW.path(Samples.begunPath()));
        pages.put("review-empty", VIEW.review(SampleReviews.nothing(0)));
        pages.put("review-rested", VIEW.review(SampleReviews.nothing(12)));
        pages.put("review-labs", VIEW.review(SampleReviews.labs()));
        pages.put("review-due", VIEW.review(SampleReviews.due("What does `this` hold?")));
        pages.put("error", VIEW.error(Samples.missing("javascript/closure")));
        pages.put("key", VIEW.key(new KeyPage(false)));
        pages.put("key-wrong", VIEW.key(new KeyPage(true)));
        var fresh = LabPage.Standing.NEW;
        var begun = Samples.standing(false, false);
        pages.put("lab-untried", VIEW.lab(Samples.lab(SampleResults.untried(), fresh)));
        pages.put("lab-working", VIEW.lab(Samples.lab(SampleResults.working("check", 3), begun)));
        pages.put("lab-starter", VIEW.lab(Samples.lab(SampleResults.starter(), begun)));
        pages.put("lab-failed", VIEW.lab(Samples.lab(SampleResults.failed(), begun)));
        pages.put("lab-blocked", VIEW.lab(Samples.lab(SampleResults.blocked(), begun)));
        pages.put("lab-unjudged", VIEW.lab(Samples.lab(SampleResults.unjudged(), begun)));
        pages.put(
                "lab-passed",
                VIEW.lab(Samples.lab(SampleResults.passed(false), Samples.standing(true, true))));
        pages.put(
                "lab-passed-clean",
                VIEW.lab(Samples.lab(SampleResults.passed(true), Samples.standing(true, false))));
        pages.put("lab-terms", VIEW.lab(Samples.lab(SampleResults.untried(), Samples.asked())));
        pages.put("lab-evidence", VIEW.lab(Samples.app(SampleResults.with(SampleEvidence.all()))));
        return pages;
    }

    private static void look(String name, Look look) {
        try (var sheet = CHROMIUM.sheet(look)) {
            var page = sheet.page();
            page.navigate(SERVER.url("/" + name));
            if (name.startsWith("lab-")) {
                page.waitForSelector("html[data-ready]");
            }
            for (var place : places(name, look)) {
                if (!place.isEmpty()) {
                    page.click("#t-" + place);
                }
                picture(page, name + "-" + look + (place.isEmpty() ? "" : "-" + place));
                assertEquals(List.of(), violations(page, look));
            }
            assertTrue(fits(page), "the page is wider than the window");
            assertEquals(List.of(), sheet.complaints());
        }
    }

    /// A theme changes colours and nothing else.
    private static List<String> violations(Page page, Look look) {
        var axe = new AxeBuilder(page);
        var asked =
                look.equals(Look.DARK)
                        ? axe.withRules(List.of("color-contrast"))
                        : axe.withTags(RULES);
        return asked.analyze().getViolations().stream()
                .map(found -> found.getId() + ": " + found.getNodes())
                .toList();
    }

    /// On a narrow screen a lab shows one place at a time; lesson and code are the same in every state.
    private static List<String> places(String name, Look look) {
        if (!name.startsWith("lab-") || look.width() >= 860) {
            return List.of("");
        }
        return name.equals("lab-evidence")
                ? List.of("lesson", "edit", "result", "console")
                : List.of("result");
    }

    private static boolean fits(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    }

    /// For the eye: `-Dbackwright.pictures=DIR` keeps what the test saw.
    private static void picture(Page page, String name) {
        var folder = System.getProperty("backwright.pictures", "");
        if (!folder.isEmpty()) {
            var file = Path.of(folder, name.replace(' ', '-') + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }
}
