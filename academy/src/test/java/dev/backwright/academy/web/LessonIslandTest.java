package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.Chromium.Sheet;
import dev.backwright.academy.web.PageServer.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The lesson beside a lab under a learner's hands: its predictions, and its snippets that are played.
final class LessonIslandTest {

    private static final View VIEW = new View(Assets.load());
    private static final String LAB = "/api/labs/javascript/closures";

    private static final Chromium CHROMIUM = Chromium.open();
    private static final PageServer SERVER = PageServer.start();

    private final Sheet sheet = CHROMIUM.sheet(Look.LIGHT);
    private final Page page = sheet.page();

    @AfterAll
    static void close() {
        SERVER.close();
        CHROMIUM.close();
    }

    @BeforeEach
    void load() {
        SERVER.forget();
        SERVER.answer("GET " + LAB + "/events", Answer.events(": here\n\n"));
        SERVER.show(
                "/lab",
                VIEW.lab(Samples.lab(SampleResults.failed(), Samples.standing(false, false))));
        sheet.open(SERVER.url("/lab"));
    }

    @AfterEach
    void leave() {
        sheet.close();
    }

    @Test
    void aPredictionIsAnsweredFromTheKeyboardAndRemembered() {
        var question = page.locator(".predict");
        var path = question.getAttribute("data-remember");
        SERVER.answer("POST " + path, Answer.json("{\"right\":true,\"box\":1}"));
        question.locator("[data-predicted]").press("Enter");
        assertThat(question.locator("input").first()).isFocused();
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        assertThat(question.locator("details p")).isHidden();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(question.locator(".verdict-word")).hasText("yes");
        assertThat(question.locator("details p")).isVisible();
        assertThat(question.locator("summary")).isFocused();
        assertThat(question.locator("[data-predicted]")).hasCount(0);
        assertThat(page.locator("#announce")).containsText("Yes. 3, 3, 3");
        assertEquals(
                List.of("{\"chosen\":1}"),
                SERVER.calls().stream()
                        .filter(call -> call.path().equals(path))
                        .map(PageServer.Call::body)
                        .toList());
        sheet.nothingIsInTheWay();
    }

    @Test
    void whatCannotBeRememberedIsSaid() {
        var question = page.locator(".predict");
        question.locator("input").first().check();
        page.keyboard().press("Enter");
        assertThat(question.locator(".verdict-word")).hasText("it is another");
        assertThat(question).containsText("Not remembered: The test has no answer for");
    }

    @Test
    void theAnswerChosenBeforeIsThere() {
        var lab = Samples.lab(SampleResults.untried(), LabPage.Standing.NEW);
        SERVER.show("/answered", VIEW.lab(Samples.with(lab, Samples.lesson(0))));
        sheet.open(SERVER.url("/answered"));
        assertThat(page.locator(".predict input").first()).isChecked();
        assertThat(page.locator(".predict .verdict-word")).hasText("it is another");
        assertThat(page.locator(".predict .is-right")).hasText("3, 3, 3");
        assertThat(page.locator("[data-predicted]")).hasCount(0);
        sheet.nothingIsInTheWay();
    }

    @Test
    void aSnippetOfTheLessonIsPlayedAndNothingOfMineGoesAlong() {
        SERVER.answer(
                "GET " + LAB + "/snippets",
                Answer.json(
                        "{\"snippets\":[{\"main\":\"counter.js\",\"files\":{\"counter.js\":\"console.log('played')\"}}]}"));
        SERVER.answer("POST /api/recordings", Answer.problem(429, "Others are recording."));
        SERVER.show("/playground", VIEW.playground(new PlaygroundPage(Samples.FRAME)));
        var lab = Samples.lab(SampleResults.untried(), LabPage.Standing.NEW);
        SERVER.show("/labs/javascript/closures", VIEW.lab(lab));
        sheet.open(SERVER.url("/labs/javascript/closures"));
        page.locator("[data-snippet='counter.js']").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/playground#program=*");
        assertThat(page.locator("#notices")).containsText("Others are recording.");
        assertThat(page.locator("#back a")).hasAttribute("href", "/labs/javascript/closures");
        assertEquals(
                "{\"files\":{\"counter.js\":\"console.log('played')\"},\"main\":\"counter.js\"}",
                SERVER.calls().getLast().body());
    }

    @Test
    void aSnippetThatIsNotPlayedAnyMoreIsSaid() {
        SERVER.answer("GET " + LAB + "/snippets", Answer.json("{\"snippets\":[]}"));
        page.locator("[data-snippet='counter.js']").press("Enter");
        assertThat(page.locator("#notices"))
                .containsText("The lesson plays no counter.js any more.");
    }
}
