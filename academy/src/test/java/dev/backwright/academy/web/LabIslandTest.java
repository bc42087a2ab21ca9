package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.Chromium.Sheet;
import dev.backwright.academy.web.PageServer.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The lab's page under a learner's hands, from the keyboard.
final class LabIslandTest {

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
        SERVER.answer(
                "PUT " + LAB + "/draft", Answer.json("{\"savedAt\":\"2026-11-22T10:00:00Z\"}"));
        SERVER.show(
                "/lab",
                VIEW.lab(Samples.lab(SampleResults.failed(), Samples.standing(false, false))));
        sheet.open(SERVER.url("/lab"));
    }

    @AfterEach
    void leave() {
        sheet.close();
    }

    private Locator editor() {
        return page.locator(".cm-content");
    }

    private Locator saved() {
        return page.locator("#saved");
    }

    @Test
    void tabIndentsAndAfterEscapeLeaves() {
        editor().focus();
        page.keyboard().press("Tab");
        assertThat(editor().locator(".cm-line").first())
                .hasText("  // Four small tools. Each keeps something to itself.");
        page.keyboard().press("Escape");
        assertThat(page.locator("#announce")).hasText("Tab now leaves the editor.");
        page.keyboard().press("Tab");
        assertThat(page.locator("#grip-right")).isFocused();
        assertEquals(List.of(), sheet.complaints());
    }

    @Test
    void aKeystrokeIsSafeHereAtOnceAndOnTheServerSoon() {
        editor().focus();
        page.keyboard().type("x");
        assertTrue(
                ((String) page.evaluate("localStorage.getItem('draft:javascript/closures')"))
                        .contains("x// Four"));
        assertThat(saved()).hasText("saved");
        assertTrue(
                SERVER.calls().stream()
                        .anyMatch(call ->
                                call.method().equals("PUT") && call.body().contains("x// Four")));
    }

    @Test
    void whileTheServerIsDownTheDraftStaysHereAndGoesThereLater() {
        SERVER.answer("PUT " + LAB + "/draft", Answer.problem(503, "down"));
        editor().focus();
        page.keyboard().type("y");
        assertThat(saved()).containsText("kept in this browser");
        page.reload();
        assertThat(editor().locator(".cm-line").first()).containsText("y// Four");
        SERVER.answer(
                "PUT " + LAB + "/draft", Answer.json("{\"savedAt\":\"2026-11-22T10:00:01Z\"}"));
        assertThat(saved()).hasText("saved");
    }

    @Test
    void twoDraftsAreBothOffered() {
        page.evaluate(
                "localStorage.setItem('draft:javascript/closures', JSON.stringify({files: {'closures.js': 'mine'}, base: 'older', unsent: true, at: 0}))");
        page.reload();
        page.getByText("Take this browser’s").click();
        assertThat(editor().locator(".cm-line").first()).hasText("mine");
    }

    /// Another window saved `theirs` since this page was opened, and this one has typed.
    private void collide() {
        SERVER.answer("PUT " + LAB + "/draft", Answer.problem(409, "Another one is there."));
        SERVER.answer(
                "GET " + LAB + "/draft",
                Answer.json(
                        "{\"files\":{\"closures.js\":\"theirs\"},\"savedAt\":\"2026-11-22T11:00:00Z\",\"olderStarter\":false}"));
        editor().focus();
        page.keyboard().type("m");
        assertThat(page.locator("[data-notice=draft]"))
                .containsText("Another window or computer has saved another draft of this lab");
        assertThat(editor().locator(".cm-line").first()).containsText("m// Four");
        SERVER.answer(
                "PUT " + LAB + "/draft", Answer.json("{\"savedAt\":\"2026-11-22T11:00:01Z\"}"));
        sheet.complaints().clear(); // the browser tells of every 409
    }

    @Test
    void aDraftOfAnotherWindowIsComparedAndMineKept() {
        collide();
        sheet.nothingIsInTheWay();
        var compare = page.getByText("Compare", new Page.GetByTextOptions().setExact(true));
        compare.press("Enter");
        assertThat(page.locator(".diff .theirs").first()).hasText("+theirs");
        sheet.nothingIsInTheWay();
        page.keyboard().press("Escape");
        assertThat(compare).isFocused();
        page.locator("[data-notice=draft]").getByText("Keep mine").press("Enter");
        assertThat(saved()).hasText("saved");
        var kept = SERVER.calls().getLast();
        assertTrue(kept.body().contains("m// Four"), kept.body());
        assertTrue(kept.body().contains("\"base\":\"2026-11-22T11:00:00Z\""), kept.body());
        assertThat(page.locator("[data-notice=draft]")).hasCount(0);
    }

    @Test
    void aDraftOfAnotherWindowIsTakenAndThatIsUndone() {
        collide();
        page.getByText("Compare", new Page.GetByTextOptions().setExact(true)).press("Enter");
        page.locator("dialog").getByText("Take theirs").press("Enter");
        assertThat(editor().locator(".cm-line")).hasText("theirs");
        assertThat(saved()).hasText("saved");
        page.locator("[data-notice=draft]").getByText("Undo").press("Enter");
        assertThat(editor().locator(".cm-line").first()).containsText("m// Four");
    }

    @Test
    void aDiskThatIsFullIsSaidAndWhatWasTypedStaysHere() {
        SERVER.answer(
                "PUT " + LAB + "/draft",
                Answer.problem(507, "The disk that holds /home is full: 3 MB are left."));
        editor().focus();
        page.keyboard().type("z");
        assertThat(page.locator("[data-notice=unsaved]"))
                .containsText("The disk that holds /home is full: 3 MB are left.");
        assertThat(page.locator("[data-notice=unsaved]")).containsText("kept in this browser");
        assertThat(saved()).containsText("kept in this browser");
        SERVER.answer(
                "PUT " + LAB + "/draft", Answer.json("{\"savedAt\":\"2026-11-22T10:00:01Z\"}"));
        assertThat(saved()).hasText("saved");
        assertThat(page.locator("[data-notice=unsaved]")).hasCount(0);
    }

    @Test
    void runShowsWhatIsPrintedCharacterByCharacter() {
        SERVER.answer("POST " + LAB + "/runs", Answer.json("{\"id\":\"r1\"}"));
        SERVER.answer(
                "GET /api/runs/r1/events",
                Answer.events(
                        "event: printed\ndata: {\"error\":false,\"text\":\"\\u001b[31mred <b>\\n\"}\n\n",
                        "event: ended\ndata: {\"exitCode\":0,\"ending\":\"exit 0\",\"millis\":31}\n\n"));
        editor().focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#out pre")).hasText("\\x1b[31mred <b>");
        assertThat(page.locator("#out .said")).hasText("exit 0 after 31 ms");
        assertThat(page.locator("#run [data-word]")).hasText("Run");
    }

    @Test
    void aVerdictComesInWhileTheJudgeWorksAndIsSpoken() {
        SERVER.answer(
                "POST " + LAB + "/submissions", Answer.json("{\"id\":\"s12\",\"version\":12}"));
        editor().focus();
        page.keyboard().press("Control+Shift+Enter");
        assertThat(page.locator("#check [data-word]")).hasText("Checking");
        tell("result", SampleResults.working("check", 2));
        assertThat(page.locator("#result")).containsText("2 of 5 done.");
        tell("result", SampleResults.passed(true));
        SERVER.tell(LAB + "/events", "done", "{\"id\":\"s12\"}");
        assertThat(page.locator("#result h2")).containsText("Passed clean");
        assertThat(page.locator("#announce")).hasText("Passed clean. 5 of 5 hold.");
        assertThat(page.locator("#check [data-word]")).hasText("Check");
        assertThat(page.locator(".bar [data-answers]:visible")).isEnabled();
    }

    private void tell(String event, ResultPane pane) {
        var live = new Live(pane, Samples.standing(true, false));
        SERVER.tell(LAB + "/events", event, VIEW.live(live));
    }

    @Test
    void whatCouldNotBeHandedInIsSaid() {
        SERVER.answer(
                "POST " + LAB + "/submissions",
                Answer.problem(422, "closures.js is larger than 1 MB."));
        page.locator("#check").press("Enter");
        assertThat(page.locator("#notices")).containsText("closures.js is larger than 1 MB.");
        assertThat(page.locator("#check [data-word]")).hasText("Check");
    }

    @Test
    void aVersionIsComparedAndBroughtBackAndThatIsUndone() {
        SERVER.answer(
                "GET /api/submissions/s11/files",
                Answer.json("{\"files\":{\"closures.js\":\"// eleven\"}}"));
        page.locator("#versions summary").press("Enter");
        sheet.nothingIsInTheWay();
        page.locator("[data-version=s11]").press("Enter");
        assertThat(page.locator(".diff .theirs")).hasText("+// eleven");
        sheet.nothingIsInTheWay();
        page.getByText("Go back to version 11").press("Enter");
        assertThat(editor().locator(".cm-line")).hasText("// eleven");
        page.getByText("Undo").press("Enter");
        assertThat(editor().locator(".cm-line").first()).containsText("// Four");
    }

    @Test
    void theSolutionIsShownOnlyAfterAQuestion() {
        SERVER.answer(
                "POST " + LAB + "/solution",
                Answer.json("{\"files\":{\"closures.js\":\"// good\"}}"));
        page.locator(".help [data-solution]").press("Enter");
        sheet.nothingIsInTheWay();
        page.getByText("Leave it").press("Enter");
        assertTrue(SERVER.calls().stream().noneMatch(call -> call.path().endsWith("/solution")));
        page.locator(".help [data-solution]").press("Enter");
        page.locator(".ask-box .first").press("Enter");
        assertThat(page.locator(".diff .theirs")).hasText("+// good");
    }

    @Test
    void aRunningServerIsAskedAndItsAnswerShown() {
        SERVER.answer("GET /api/labs/data/transactions/events", Answer.events(": here\n\n"));
        SERVER.answer("POST /api/labs/data/transactions/runs", Answer.json("{\"id\":\"r2\"}"));
        SERVER.answer(
                "GET /api/runs/r2/events",
                Answer.events(
                        "event: ready\ndata: {\"what\":\"app\",\"address\":\"http://127.0.0.1:4711\"}\n\n"));
        SERVER.answer(
                "POST /api/runs/r2/requests",
                Answer.json(
                        "{\"method\":\"GET\",\"target\":\"/accounts/1\",\"status\":200,\"replyHeaders\":[{\"name\":\"ETag\",\"value\":\"x\"}],"
                                + "\"replyBody\":\"{\\\"balance\\\":100}\",\"millis\":3.2,\"problem\":null}"));
        SERVER.show("/app", VIEW.lab(Samples.app(SampleResults.untried())));
        sheet.open(SERVER.url("/app"));
        page.locator("#run").press("Enter");
        assertThat(page.locator("#request")).isVisible();
        page.locator("#rq-target").press("Enter");
        assertThat(page.locator("#out .exchange")).containsText("\"balance\": 100");
        var asked = SERVER.calls().getLast();
        assertEquals(
                "{\"method\":\"GET\",\"target\":\"/accounts/1\",\"headers\":[],\"body\":null}",
                asked.body());
        sheet.nothingIsInTheWay();
        assertThat(page.locator("#run [data-word]")).hasText("Stop");
    }

    @Test
    void aHintOpensAndTheNextOneSaysWhenItDoes() {
        SERVER.answer(
                "POST " + LAB + "/hints",
                Answer.json(
                        "{\"check\":\"once\",\"tier\":1,\"text\":\"Look at `{`.\",\"hints\":{\"tiers\":2,\"opened\":[\"x\"],\"nextIsOpen\":false,\"minutesToNext\":9}}"));
        SERVER.show(
                "/blocked",
                VIEW.lab(Samples.lab(SampleResults.blocked(), Samples.standing(false, false))));
        sheet.open(SERVER.url("/blocked"));
        page.getByText("Open hint 1 of 2").press("Enter");
        assertThat(page.locator(".hint[open] p")).hasText("Look at {.");
        assertThat(page.locator(".next-hint"))
                .containsText(
                        "Hint 2 opens when an attempt changes files and result, or in 9 min.");
    }

    @Test
    void panesAreMovedByKeysAndStaySo() {
        page.locator("#grip-lesson").press("ArrowRight");
        assertThat(page.locator("#grip-lesson")).hasAttribute("aria-valuenow", "30");
        page.reload();
        assertThat(page.locator("#grip-lesson")).hasAttribute("aria-valuenow", "30");
    }

    @Test
    void theThemeThatWasChosenIsThereBeforeTheFirstPaint() {
        page.locator("[data-theme-toggle]").press("Enter");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void theLabPageIsBelowItsSize() {
        int html =
                VIEW.lab(Samples.lab(SampleResults.failed(), Samples.standing(false, false)))
                        .length();
        int assets =
                SERVER.served().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("/assets/"))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        assertTrue(assets > 0 && assets + html < 250_000, "assets " + assets + ", page " + html);
    }
}
