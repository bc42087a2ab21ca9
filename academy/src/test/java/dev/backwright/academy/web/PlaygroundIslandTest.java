package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.Chromium.Sheet;
import dev.backwright.academy.web.PageServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The playground and a recording under a learner's hands, from the keyboard.
final class PlaygroundIslandTest {

    private static final View VIEW = new View(Assets.load());
    private static final String RECORD = "POST /api/recordings";

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
    void load() throws IOException {
        SERVER.forget();
        SERVER.answer(RECORD, Answer.json(recorded("yes", "")));
        SERVER.show("/playground", VIEW.playground(new PlaygroundPage(Samples.FRAME)));
        open("");
    }

    @AfterEach
    void leave() {
        sheet.close();
    }

    private void open(String fragment) {
        page.navigate("about:blank");
        page.navigate(SERVER.url("/playground") + fragment);
        page.waitForSelector("html[data-ready]");
    }

    private static String recorded(String same, String out) throws IOException {
        try (var file = PlaygroundIslandTest.class.getResourceAsStream("order-trace.json")) {
            var trace = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return "{\"same\":\"%s\",\"node\":{\"out\":\"%s\",\"err\":\"\",\"exit\":0},\"absence\":null,\"trace\":%s}"
                    .formatted(same, out, trace);
        }
    }

    private void record() {
        page.keyboard().press("Control+Alt+Enter");
        assertThat(see("#recording")).isVisible();
    }

    private Locator see(String selector) {
        return page.locator(selector);
    }

    private void press(String key, int times) {
        for (var i = 0; i < times; i++) {
            page.keyboard().press(key);
        }
    }

    private void isAtStep(int step) {
        assertThat(see(".rec-why .stepno b")).hasText(Integer.toString(step));
    }

    @Test
    void theProgramInTheEditorIsRecordedAndItsWayIsWalkedBothWays() {
        record();
        assertTrue(SERVER.calls().getLast().body().contains("class Job"));
        assertThat(see("#compared")).containsText("prints what Node 24.21.0 prints");
        isAtStep(1);
        press("ArrowRight", 3);
        isAtStep(4);
        assertThat(see(".rec-code li.now")).hasText("  return () => ++n;");
        press("ArrowLeft", 1);
        isAtStep(3);
        page.keyboard().press("End");
        assertThat(see(".rec-out li")).hasCount(7);
        assertThat(see(".rec-why")).containsText("Exit code 0.");
        page.keyboard().press("Home");
        assertThat(see(".rec-out")).containsText("Nothing printed yet.");
        assertEquals(List.of(), sheet.complaints());
    }

    @Test
    void theKeysGoByLineJobConsoleLineAndWrite() {
        record();
        page.keyboard().press("c");
        assertThat(see(".rec-out li.new")).containsText("script 1");
        page.keyboard().press("Control+ArrowRight");
        assertThat(see(".lane.running")).containsText("log('tick'");
        page.keyboard().press("c");
        assertThat(see(".rec-out li.new")).containsText("tick 2");
        see(".controls select").selectOption("n in counter()");
        see(".rec-time input").focus();
        page.keyboard().press("w");
        assertThat(see(".rec-code .val.new")).hasText("changed: 2");
        page.keyboard().press("w");
        assertThat(see(".rec-code .val.new")).hasText("changed: 1");
    }

    @Test
    void eachStepIsSaid() {
        record();
        press("ArrowRight", 3);
        assertThat(see("#recording [role=status]"))
                .hasText("Step 4 of 47, script. line 8: return () => ++n;. n is 0.");
    }

    @Test
    void whatIsPredictedIsNotSeenAndThenShown() {
        record();
        page.getByText("Predict first").click();
        see(".rec-time input").focus();
        page.keyboard().press("End");
        assertThat(see(".rec-ask legend")).hasText("new Job() is called next. What is this in it?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skip")).click();
        press("End", 1);
        assertThat(see(".rec-ask legend")).hasText("The script has ended. What prints next?");
        assertThat(see(".rec-ask input").first()).isFocused();
        assertThat(see(".rec-out")).not().containsText("tick 2");
        page.getByLabel("mail").check();
        page.keyboard().press("Enter");
        assertThat(see(".rec-ask")).containsText("It is another: tick 2.");
        assertThat(see(".rec-ask"))
                .containsText("The nextTick queue is drained before Node goes on");
        page.keyboard().press("Enter");
        assertThat(see(".rec-ask")).isHidden();
        assertThat(see(".rec-time input")).isFocused();
        isAtStep(20);
    }

    @Test
    void whatWasPredictedIsRememberedWithItsPlaceAndSoIsThatItWasNot() {
        record();
        page.getByText("Predict first").click();
        see(".rec-time input").focus();
        page.keyboard().press("End");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Skip")).click();
        page.keyboard().press("End");
        page.getByLabel("mail").check();
        page.keyboard().press("Enter");
        assertThat(see(".rec-ask .acts")).containsText("Not remembered: The test has no answer");
        var kept = SERVER.calls().getLast();
        assertEquals("POST /api/predictions", kept.method() + " " + kept.path());
        var body = JsonMapper.shared().readTree(kept.body());
        assertTrue(body.path("lab").isNull(), kept.body());
        var question = body.path("question");
        int chosen = body.path("chosen").asInt();
        assertEquals("mail", question.path("choices").path(chosen).asString());
        assertEquals(
                "tick 2",
                question.path("choices").path(question.path("answer").asInt()).asString());
        assertEquals("script 1", question.at("/scene/printed").asString());
        assertEquals("order.cjs", question.at("/scene/main").asString());
        assertTrue(question.at("/scene/line").asInt() > 1, kept.body());
        assertTrue(question.at("/scene/files/order.cjs").asString().startsWith("class Job"));
    }

    @Test
    void aVariableOfTheListIsFollowedAndTheFocusStays() {
        record();
        page.keyboard().press("End");
        see("[data-form=list]").click();
        var variable = see(".statelist [data-name=n]");
        variable.click();
        assertThat(variable).hasAttribute("aria-pressed", "true");
        assertThat(variable).isFocused();
        page.keyboard().press("w");
        assertThat(see(".statelist li.new")).containsText("n 5 changed");
    }

    /// An object of 40 properties: more than its box shows.
    private static String wide() {
        var properties =
                IntStream.range(0, 40)
                        .mapToObj(i -> "\"p%d\":%d".formatted(i, i))
                        .collect(Collectors.joining(","));
        return """
        {"same":"yes","node":null,"absence":null,"trace":{"schema":1,"node":"v24.21.0","main":"a.cjs","files":[{"name":"a.cjs","text":"const a = {};\\n"}],
         "functions":[{"name":"a.cjs","kind":"script","span":0}],"spans":[[0,0,14],[0,0,13]],"console":[],"frames":{},"limits":{"steps":9},
         "steps":[{"event":"statement","at":1,"top":1,"calls":{"1":{"function":0,"at":1,"scope":1,"began":0}},"jobs":{},"running":0,"phase":"script","clock":0,
          "why":"It runs.","scopes":{"1":{"kind":"module","name":"a.cjs","vars":{"a":["ref",1]}}},"objects":{"1":{"kind":"object","class":"Object","props":{%s}}}}],
         "end":{"exit":0,"by":"finished","recorded":1,"ran":1}}}\
        """
                .formatted(properties);
    }

    @Test
    void whatTheDrawingLeavesOutIsShownFromTheKeyboard() {
        SERVER.answer(RECORD, Answer.json(wide()));
        record();
        assertThat(see(".figure")).not().containsText("p39");
        see("[data-form=list]").focus();
        page.keyboard().press("Tab");
        var fold = see(".unfolds button");
        assertThat(fold).isFocused();
        assertThat(fold).containsText("more of");
        isAccessible(page, "a fold");
        page.keyboard().press("Enter");
        assertThat(see(".figure")).containsText("p39");
        assertThat(see(".unfolds")).isHidden();
        assertThat(see(".rec-state .scroll")).isFocused();
        assertEquals(List.of(), sheet.complaints());
    }

    @Test
    void aDifferenceFromNodeIsSaidAndBothAreShown() throws IOException {
        SERVER.answer(RECORD, Answer.json(recorded("no", "<b>other</b>")));
        record();
        see(".differs summary").click();
        assertThat(see(".differs")).containsText("Trust Node.");
        assertThat(see(".differs pre").first()).hasText("<b>other</b>");
    }

    @Test
    void whatCannotBeRecordedIsSaidWhereTheProgramIs() {
        SERVER.answer(RECORD, Answer.problem(422, "node:net is not for the tracer."));
        page.keyboard().press("Control+Alt+Enter");
        assertThat(see("#notices")).containsText("node:net is not for the tracer.");
        assertThat(see("#program")).isVisible();
    }

    @Test
    void aLinkCarriesTheProgramAndRunsNothing() {
        see("[data-example='1']").click();
        assertThat(see(".cm-line").first()).hasText("const fromVar = [];");
        page.waitForURL(Pattern.compile(".*#program=.*"));
        var fragment = (String) page.evaluate("location.hash");
        open(fragment);
        assertThat(see(".cm-line").first()).hasText("const fromVar = [];");
        assertThat(see("#recording")).isHidden();
        assertEquals(List.of(), SERVER.calls());
        open("#program=nonsense");
        assertThat(see(".cm-line").first()).hasText("class Job {");
        assertEquals(List.of(), sheet.complaints());
    }

    @Test
    void aProgramHasSeveralFiles() {
        page.getByText("Add a file").click();
        assertThat(see("#file-name")).isFocused();
        see("#file-name").fill("lib/shop.cjs");
        page.keyboard().press("Enter");
        see(".cm-content").focus();
        page.keyboard().type("exports.open = true;");
        see("#file-name").fill("order.cjs");
        page.keyboard().press("Enter");
        assertThat(see("#announce")).hasText("There is a order.cjs already.");
        record();
        var body = SERVER.calls().getLast().body();
        assertTrue(body.contains("\"lib/shop.cjs\":\"exports.open = true;\""), body);
        assertTrue(body.contains("\"main\":\"order.cjs\""), body);
    }

    @Test
    void axeFindsNothingInTheProgramTheRecordingItsListAndAQuestion() {
        for (var look : List.of(Look.LIGHT, Look.DARK, Look.NARROW)) {
            try (var other = CHROMIUM.sheet(look)) {
                var seen = other.page();
                seen.navigate(SERVER.url("/playground"));
                seen.waitForSelector("html[data-ready]");
                isAccessible(seen, "program, " + look);
                seen.keyboard().press("Control+Alt+Enter");
                seen.waitForSelector(".rec-why");
                seen.keyboard().press("c");
                for (var place :
                        look.width() < 860
                                ? List.of("code", "state", "runtime", "out")
                                : List.of("")) {
                    if (!place.isEmpty()) {
                        seen.click("[data-place=" + place + "][role=tab]");
                    }
                    isAccessible(seen, "recording " + place + ", " + look);
                }
                seen.getByText("Predict first").click();
                seen.keyboard().press("End");
                isAccessible(seen, "question, " + look);
                assertEquals(List.of(), other.complaints());
            }
        }
    }

    private static void isAccessible(Page seen, String where) {
        var found =
                new AxeBuilder(seen)
                        .withTags(
                                List.of(
                                        "wcag2a",
                                        "wcag2aa",
                                        "wcag21a",
                                        "wcag21aa",
                                        "wcag22aa",
                                        "best-practice"))
                        .analyze()
                        .getViolations();
        assertEquals(
                List.of(),
                found.stream().map(it -> it.getId() + ": " + it.getNodes()).toList(),
                where);
        assertTrue(
                (Boolean)
                        seen.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                "the page is wider than the window: " + where);
    }
}
