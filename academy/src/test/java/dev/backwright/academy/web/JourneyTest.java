package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.backwright.academy.RealAcademy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// From the first page to a pass, with nothing pretended: server, database, judge, Node and browser are the real ones.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class JourneyTest {

    private static final String CLOSURES = "javascript/closures";
    private static final String MIDDLEWARE = "web/middleware";
    private static final String TRANSACTIONS = "data/transactions";

    @TempDir static Path home;

    private static final Chromium CHROMIUM = Chromium.open();
    private static RealAcademy academy;

    @BeforeAll
    static void open() {
        academy = RealAcademy.at(home);
    }

    @AfterAll
    static void close() {
        academy.close();
        CHROMIUM.close();
    }

    @Test
    @Order(1) // the path points to the first lab only while none has begun
    void aBeginnerRunsFailsSeesWhyMendsAndPassesAndARestartForgetsNothing() throws Exception {
        try (var visit = Visit.enter(CHROMIUM, academy)) {
            begins(visit);
            runs(visit);
            failsAndSeesWhy(visit);
            replaysWhatFailed(visit);
            mendsAndPasses(visit);
            theDraftOutlivesAReload(visit);
        }
        academy.close();
        academy = RealAcademy.at(home);
        try (var visit = Visit.enter(CHROMIUM, academy)) {
            visit.openLab(CLOSURES);
            assertThat(visit.firstLine()).hasText("// reloaded");
            assertThat(visit.see("#result h2")).containsText("Passed clean");
            assertThat(visit.see("#versions [data-version]")).hasCount(2);
        }
    }

    private static void begins(Visit visit) {
        visit.isAccessible("the path");
        assertThat(visit.see("text=Start with scope")).isVisible();
        visit.openLab(CLOSURES);
        visit.isAccessible("the lab before a check");
        visit.typeAtTheTop("// mine\n");
    }

    private static void runs(Visit visit) {
        visit.see("#run").click();
        assertThat(visit.see("#out pre")).containsText("the supplier was asked 3 times");
        assertThat(visit.see("#out .said")).containsText("exit 0 after");
    }

    private static void failsAndSeesWhy(Visit visit) {
        visit.check("no");
        var calls = visit.see("[data-check=once-keeps-the-first-answer] table.calls").first();
        assertThat(calls.locator("thead")).hasText("call expected seen".replace(" ", ""));
        assertThat(calls.locator("tr.bad b").first()).isVisible();
        visit.isAccessible("the lab after a failure");
    }

    /// The recording opens at the call that failed, and leads back.
    private static void replaysWhatFailed(Visit visit) {
        visit.see("[data-check=once-keeps-the-first-answer] [data-play]").click();
        assertThat(visit.see("#compared"))
                .containsText(
                        "prints what Node",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(visit.see(".rec-code li.now")).containsText("// expected");
        visit.isAccessible("a replay");
        visit.see("#back a").click();
        visit.ready();
        assertThat(visit.see("#result .verdict")).hasAttribute("data-verdict", "no");
    }

    private static void mendsAndPasses(Visit visit) throws Exception {
        visit.pasteSolution(CLOSURES);
        visit.check("ok");
        assertThat(visit.see("#result h2")).containsText("Passed clean");
        visit.isAccessible("the lab after a pass");
        visit.see("#versions summary").click();
        assertThat(visit.see("#versions tbody tr")).hasCount(2);
        assertThat(visit.see("#versions tbody tr").first()).containsText("passed");
        visit.page().keyboard().press("Escape");
        visit.see(".brand").click();
        assertThat(row(visit, CLOSURES)).containsText("passed clean");
    }

    private static void theDraftOutlivesAReload(Visit visit) {
        visit.openLab(CLOSURES);
        visit.typeAtTheTop("// reloaded\n");
        visit.page().reload();
        visit.ready();
        assertThat(visit.firstLine()).hasText("// reloaded");
    }

    @Test
    void aServerThatFailsIsShownByItsExchangeAndPassesWithTheSolutionSeen() throws Exception {
        try (var visit = Visit.enter(CHROMIUM, academy)) {
            visit.openLab(MIDDLEWARE);
            serves(visit);
            visit.check("no");
            var failed = visit.see(".check details[open]").first();
            assertThat(failed.locator(".exchange .line").first()).isVisible();
            assertThat(failed.locator(".exchange .repeat code").first()).containsText("curl");
            visit.isAccessible("a failure with an exchange");
            isShown(visit);
            visit.pasteSolution(MIDDLEWARE);
            visit.check("ok");
            assertThat(visit.see("#result h2")).containsText("Passed");
            assertThat(visit.see("#result h2")).not().containsText("clean");
            visit.see(".brand").click();
            assertThat(row(visit, MIDDLEWARE)).containsText("passed: ");
        }
    }

    private static void serves(Visit visit) {
        visit.see("#run").click();
        visit.see("#request button[type=submit]").click();
        assertThat(visit.see("#out")).containsText("GET /health");
        assertThat(visit.see("#out")).containsText("200");
        visit.see("#run").click();
        assertThat(visit.see("#run")).containsText("Run");
    }

    private static void isShown(Visit visit) {
        visit.see(".help [data-solution]").first().click();
        visit.see(".ask-box .first").click();
        assertThat(visit.see(".diff .theirs").first()).isVisible();
        visit.see("dialog header >> text=Close").click();
    }

    @Test
    void aLostUpdateIsShownByItsStatements() throws Exception {
        try (var visit = Visit.enter(CHROMIUM, academy)) {
            visit.openLab(TRANSACTIONS);
            visit.check("no");
            var board = visit.see("#result .scene[open] .board:visible").first();
            assertThat(board.locator("li.http").first()).containsText("POST /transfers");
            assertThat(
                            board.locator("li")
                                    .filter(
                                            new Locator.FilterOptions()
                                                    .setHasText("update account"))
                                    .first())
                    .isVisible();
            assertThat(visit.see("#result .scene[open] .repeat:visible code").first())
                    .containsText("curl");
            visit.isAccessible("a failure with statements");
            var fits = "document.documentElement.scrollHeight <= window.innerHeight";
            assertEquals(true, visit.page().evaluate(fits), "only the panes scroll");
            visit.pasteSolution(TRANSACTIONS);
            visit.check("ok");
            assertThat(visit.see("#result h2")).containsText("Passed clean");
            visit.isAccessible("a pass with a database");
        }
    }

    @Test
    void twoBrowsersOnOneHomeOverwriteNothingOfEachOther() throws Exception {
        try (var one = Visit.enter(CHROMIUM, academy);
                var other = Visit.enter(CHROMIUM, academy)) {
            one.openLab(TRANSACTIONS);
            one.typeAtTheTop("// first\n");
            one.page().reload();
            one.ready();
            other.openLab(TRANSACTIONS);
            assertThat(other.firstLine()).hasText("// first");
            one.typeAtTheTop("// one\n");
            other.type("// other\n");
            var notice = other.see("[data-notice=draft]");
            assertThat(notice).containsText("saved another draft of this lab");
            assertThat(other.firstLine()).hasText("// other");
            other.forgiveConflict();
            notice.getByText("Keep mine").press("Enter");
            assertThat(other.see("#saved")).hasText("saved");
            one.type("// one more\n");
            one.see("[data-notice=draft]").getByText("Take theirs").press("Enter");
            one.forgiveConflict();
            assertThat(one.firstLine()).hasText("// other");
        }
    }

    private static Locator row(Visit visit, String lab) {
        return visit.see(".labs li:has(a[href='/labs/" + lab + "'])");
    }
}
