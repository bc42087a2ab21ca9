package dev.backwright.academy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever a learner writes is shown as text, and every character of it can be seen.
final class HostileTextTest {

    private static final String HOSTILE =
            "</textarea></script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
                    + "\" onmouseover=\"window.hacked=1 '\u001b[31mred\u0007 \u202Eevil\u2066 \ud800 \r next` &amp; ${1} @if";

    private static final View VIEW = new View(Assets.load());

    @Test
    void everyTextOfALabStaysText() {
        var result = SampleResults.everywhere(HOSTILE, SampleEvidence.everywhere(HOSTILE));
        staysText(VIEW.lab(Samples.everywhere(HOSTILE, result)));
    }

    @Test
    void everyTextOfTheOtherPagesStaysText() {
        staysText(VIEW.error(Samples.missing(HOSTILE)));
        var onward = new PathPage.Onward(Samples.CLOSURES, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        var row = new PathPage.Row(Samples.CLOSURES, HOSTILE, HOSTILE, LabState.BEGUN, HOSTILE, 1);
        var step = new PathPage.Step(1, "javascript", HOSTILE, HOSTILE, List.of(row));
        staysText(
                VIEW.path(
                        new PathPage(
                                Samples.FRAME,
                                onward,
                                List.of(step),
                                new PathPage.Again(1, 0),
                                List.of(new PathPage.News("1", HOSTILE)))));
        staysText(VIEW.review(SampleReviews.due(HOSTILE)));
    }

    /// In a real browser, under the policy; no element grew from the text and nothing of it ran.
    private static void staysText(String html) {
        try (var chromium = Chromium.open();
                var server = PageServer.start();
                var sheet = chromium.sheet(Chromium.Look.LIGHT)) {
            server.answer(
                    "GET /api/labs/javascript/closures/events",
                    PageServer.Answer.events(": here\n\n"));
            server.show("/hostile", html);
            var page = sheet.page();
            page.navigate(server.url("/hostile"));
            if (html.contains("p-lab")) {
                page.waitForSelector("html[data-ready]");
            }
            assertEquals(false, page.evaluate("'hacked' in window"));
            assertEquals(0, page.locator("img[src]").count());
            assertEquals(0, page.locator("[onmouseover], [onerror]").count());
            assertEquals(List.of(), sheet.complaints());
            assertTrue(
                    page.locator("body").innerText().contains("<script>window.hacked=1</script>"));
        }
    }

    @Test
    void whatIsNotSeenIsWrittenOut() {
        assertEquals(
                "\\x1b[31m \\x07 \\u202e \\u2066 \\ud800 \\x0d.",
                Piece.plain("\u001b[31m \u0007 \u202E \u2066 \ud800 \r."));
        assertEquals("a\nb\tc", Piece.plain("a\r\nb\tc"));
        assertEquals("👩‍🚀 ok", Piece.plain("👩‍🚀 ok"));
    }

    @Test
    void noBareCarriageReturnBreaksAStreamOfEvents() {
        var result = SampleResults.everywhere(HOSTILE, SampleEvidence.everywhere(HOSTILE));
        assertFalse(VIEW.live(new Live(result, LabPage.Standing.NEW)).contains("\r"));
    }
}
