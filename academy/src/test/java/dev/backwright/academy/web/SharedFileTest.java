package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.PageServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A recording that was shared as a file, opened from a disk.
final class SharedFileTest {

    private static final String HOSTILE =
            "// </script><script>window.hacked=1</script><!-- <script> --> \u2028 $& @@RECORDING@@ <img src=x onerror=window.hacked=1>";

    private static final Chromium CHROMIUM = Chromium.open();

    @TempDir static Path folder;

    private static Path file;

    /// As a learner does it, with a program full of traps.
    @BeforeAll
    static void share() throws IOException {
        file = folder.resolve("shared.html");
        try (var server = PageServer.start();
                var sheet = CHROMIUM.sheet(Look.LIGHT)) {
            var page = sheet.page();
            server.answer("POST /api/recordings", Answer.json(recorded()));
            var view = new View(Assets.load());
            server.show("/playground", view.playground(new PlaygroundPage(Samples.FRAME)));
            var program = Map.of("order.cjs", HOSTILE, "lib/other.cjs", HOSTILE);
            page.navigate(server.url(ProgramLink.of(program, "order.cjs")));
            page.waitForSelector("html[data-ready]");
            assertThat(page.locator("#share")).isHidden();
            page.keyboard().press("Control+Alt+Enter");
            page.waitForSelector(".rec-why");
            var download = page.waitForDownload(() -> page.locator("#share").press("Enter"));
            assertEquals("order.html", download.suggestedFilename());
            assertThat(page.locator("#share")).hasText("Saved");
            download.saveAs(file);
            assertEquals(List.of(), sheet.complaints());
        }
    }

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    private static String recorded() throws IOException {
        try (var in = SharedFileTest.class.getResourceAsStream("order-trace.json")) {
            var json = JsonMapper.shared();
            var trace = (ObjectNode) json.readTree(in);
            var text = trace.at("/files/0/text").asString();
            ((ObjectNode) trace.at("/files/0")).put("text", text + "\n" + HOSTILE);
            ((ObjectNode) trace.at("/console/0")).put("text", HOSTILE + "\n");
            var answer = json.createObjectNode().put("same", "yes").putNull("absence");
            answer.putObject("node").put("out", "").put("err", "").put("exit", 0);
            return answer.set("trace", trace).toString();
        }
    }

    @Test
    void itIsWalkedThroughAndAsksNobodyForAnything() {
        try (var sheet = CHROMIUM.sheet(Look.LIGHT)) {
            var page = sheet.page();
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            open(page);
            assertThat(page.locator("h1")).hasText("order.cjs");
            assertThat(page.locator("#compared")).containsText("prints what Node 24.21.0 prints");
            assertThat(page.locator(".rec-why .stepno b")).hasText("1");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".rec-why .stepno b")).hasText("3");
            page.keyboard().press("End");
            assertThat(page.locator(".rec-out")).containsText("</script><script>window.hacked=1");
            assertThat(page.locator(".rec-why")).containsText("Exit code 0.");
            page.getByText("Predict first").press("Enter");
            page.locator(".rec-time input").focus();
            page.keyboard().press("Home");
            page.keyboard().press("End");
            assertThat(page.locator(".rec-ask legend")).containsText("What is this in it?");
            page.locator("[data-view=program]").press("Enter");
            assertThat(page.locator("#program h2"))
                    .hasText(new String[] {"order.cjs", "lib/other.cjs"});
            assertThat(page.locator("#program pre").first()).containsText("@@RECORDING@@");
            assertEquals(false, page.evaluate("'hacked' in window"));
            assertEquals(0, page.locator("img").count());
            assertEquals(List.of(file.toUri().toString()), asked);
            assertEquals(List.of(), sheet.complaints());
        }
    }

    @Test
    void itsPolicyLetsNothingElseRunOrLoad() throws IOException {
        var text = Files.readString(file);
        assertTrue(text.contains("default-src 'none'; script-src 'sha256-"), "the policy");
        try (var sheet = CHROMIUM.sheet(Look.LIGHT)) {
            var page = sheet.page();
            open(page);
            page.evaluate(
                    """
                    const script = document.createElement('script');
                    script.textContent = 'window.hacked = 1';
                    document.body.append(script);
                    """);
            assertEquals(false, page.evaluate("'hacked' in window"));
            assertEquals(
                    "refused",
                    page.evaluate(
                            "fetch('https://example.org/').then(() => 'went', () => 'refused')"));
            assertTrue(
                    sheet.complaints().stream()
                            .anyMatch(said -> said.contains("Content Security Policy")),
                    () -> sheet.complaints().toString());
        }
    }

    @Test
    void axeFindsNothingInIt() {
        for (var look : List.of(Look.LIGHT, Look.DARK, Look.NARROW)) {
            try (var sheet = CHROMIUM.sheet(look)) {
                open(sheet.page());
                for (var view : List.of("recording", "program")) {
                    sheet.page().locator("[data-view=" + view + "]").press("Enter");
                    var found = new AxeBuilder(sheet.page()).analyze().getViolations();
                    assertEquals(
                            List.of(),
                            found.stream().map(it -> it.getId() + ": " + it.getNodes()).toList(),
                            view + ", " + look);
                }
                assertEquals(List.of(), sheet.complaints());
            }
        }
    }

    private static void open(Page page) {
        page.navigate(file.toUri().toString());
        page.waitForSelector("html[data-ready]");
    }
}
