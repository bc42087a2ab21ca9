package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.PageServer.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is to be looked at again, under a learner's hands.
final class ReviewIslandTest {

    private static final View VIEW = new View(Assets.load());

    @Test
    void eachQuestionIsAnsweredWhereItStandsAndSaysWhenItComesBack() {
        try (var chromium = Chromium.open();
                var server = PageServer.start();
                var sheet = chromium.sheet(Look.LIGHT)) {
            server.show("/review", VIEW.review(SampleReviews.due("What is `this`?")));
            server.answer("POST /api/predictions/one", standing(true, 3));
            server.answer("POST /api/predictions/two", standing(false, 0));
            var page = sheet.page();
            page.navigate(server.url("/review"));
            page.waitForSelector("html[data-ready]");
            Locator one = page.locator("#one");
            one.locator("input").first().focus();
            page.keyboard().press("Space");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(one.locator(".verdict-word")).hasText("yes");
            assertThat(one).containsText("It comes back in 3 days.");
            assertThat(page.locator("[data-left]")).hasText("12");
            Locator two = page.locator("#two");
            two.locator("input").first().focus();
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            assertThat(two.locator(".verdict-word")).hasText("it is another");
            assertThat(two.locator("details p")).isVisible();
            assertThat(two).containsText("It stays here until it is answered again.");
            assertThat(page.locator("[data-left]")).hasText("12");
            assertEquals(
                    List.of("/one {\"chosen\":1}", "/two {\"chosen\":0}"),
                    server.calls().stream()
                            .map(it -> it.path().replace("/api/predictions", "") + " " + it.body())
                            .toList());
            assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
            assertEquals(List.of(), sheet.complaints());
        }
    }

    @Test
    void aLabIsSaidToBeKnownAndSaysWhenItComesBack() {
        try (var chromium = Chromium.open();
                var server = PageServer.start();
                var sheet = chromium.sheet(Look.DARK)) {
            server.show("/review", VIEW.review(SampleReviews.labs()));
            server.answer("POST /api/labs/javascript/closures/recalls", standing(true, 21));
            var page = sheet.page();
            page.navigate(server.url("/review"));
            page.waitForSelector("html[data-ready]");
            Locator closures = page.locator(".labs-again li").first();
            closures.locator("button").focus();
            page.keyboard().press("Enter");
            assertThat(closures).containsText("It comes back in 21 days.");
            assertThat(closures.locator("button")).hasCount(0);
            assertThat(page.locator("#announce")).hasText("It comes back in 21 days.");
            Locator other = page.locator(".labs-again li").nth(1);
            other.locator("button").click();
            assertThat(other.locator(".trouble")).isVisible();
            assertThat(other.locator("button")).isEnabled();
            assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
        }
    }

    private static Answer standing(boolean right, int days) {
        return Answer.json(
                "{\"right\":%s,\"dueAt\":\"%s\"}"
                        .formatted(right, Instant.now().plus(Duration.ofDays(days))));
    }
}
