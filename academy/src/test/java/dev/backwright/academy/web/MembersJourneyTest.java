package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import dev.backwright.academy.CompletedStep;
import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.SampleCohort;
import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.Chromium.Sheet;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An admin and a learner of an academy for many, each in a browser of their own.
final class MembersJourneyTest {

    private static final String LAB = "/labs/javascript/closures";

    @TempDir static Path home;

    private static final Chromium CHROMIUM = Chromium.open();
    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
        CHROMIUM.close();
    }

    @Test
    void anAdminLetsALearnerInWhoPassesALabAndIsShownOutAgain() {
        try (var admin = CHROMIUM.sheet(Look.LIGHT);
                var learner = CHROMIUM.sheet(Look.LIGHT)) {
            joins(admin, link(Role.ADMIN), "Nora Visser", "nora@example.org");
            admin.page().click("text=People");
            var link = invites(admin.page(), "ada@example.org");
            joins(learner, link, "Ada Quist", null);
            assertThat(learner.page().locator("nav >> text=People")).hasCount(0);
            passes(learner);
            isRead(admin);
            leavesNothingInTheBrowser(learner);
            admin.page().navigate(academy.url("/people"));
            var row = admin.page().locator("tbody tr:has-text('Ada Quist')");
            row.locator("text=Suspend").click();
            assertThat(admin.page().locator("tbody tr:has-text('Ada Quist')"))
                    .containsText("suspended");
            learner.page().navigate(academy.url("/me"));
            assertThat(learner.page()).hasTitle("Sign in · Backwright");
            assertEquals(List.of(), admin.complaints());
        }
    }

    private static String link(Role role) {
        return academy.url(
                "/join?token=" + academy.bean(Invitations.class).invite(null, role, null, 1));
    }

    private static String invites(Page page, String mail) {
        page.fill("#mail", mail);
        page.click("text=Make a link");
        return page.inputValue("#link");
    }

    private static void joins(Sheet sheet, String link, String name, @Nullable String mail) {
        var page = sheet.page();
        page.navigate(link);
        sheet.nothingIsInTheWay();
        page.fill("#name", name);
        if (mail != null) {
            page.fill("#mail", mail);
        }
        page.fill("#password", Member.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("header .who")).hasText(name);
        assertThat(page).hasURL(academy.url("/"));
    }

    private static void passes(Sheet sheet) {
        var page = sheet.page();
        sheet.open(academy.url(LAB));
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+Home");
        page.keyboard().type("// Ada's\n");
        assertThat(page.locator("#saved")).hasText("saved");
        page.click("#check");
        assertThat(page.locator("#result h2")).containsText("Passed");
        sheet.nothingIsInTheWay();
    }

    private static void isRead(Sheet sheet) {
        var page = sheet.page();
        var id =
                academy.bean(JdbcClient.class)
                        .sql("select id from version order by created_at desc limit 1")
                        .query(UUID.class)
                        .single();
        page.navigate(academy.url("/submissions/" + id));
        page.locator("summary:has-text('Comment on a line')").first().click();
        page.locator("input[name=line]:visible").fill("1");
        page.locator("textarea:visible").fill("Good morning, Ada.");
        page.locator("text=Write it").locator("visible=true").click();
        assertThat(page.locator(".comment")).containsText("Good morning, Ada.");
        sheet.looksWell("submission", Look.LIGHT);
    }

    /// What one person typed in this browser is not offered to the next.
    private static void leavesNothingInTheBrowser(Sheet sheet) {
        var page = sheet.page();
        var keys =
                page.evaluate(
                        "Object.keys(localStorage).filter((it) => it.startsWith('draft:')).join()");
        assertTrue(
                keys.toString().matches("draft:[0-9a-f-]{36}:javascript/closures"),
                keys.toString());
        page.navigate(academy.url("/me"));
        page.click("text=Sign out");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page).hasTitle("Sign in · Backwright");
        assertEquals(0, page.evaluate("localStorage.length"));
        page.fill("#mail", "ada@example.org");
        page.fill("#password", Member.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(academy.url("/"));
        sheet.open(academy.url(LAB));
        assertThat(page.locator(".cm-line").first()).hasText("// Ada's");
    }

    @Test
    void aPasswordIsShownOnlyWhileItIsTyped() {
        try (var sheet = CHROMIUM.sheet(Look.NARROW)) {
            var page = sheet.page();
            page.navigate(academy.url("/sign-in"));
            page.fill("#mail", "nobody@example.org");
            page.fill("#password", "whatever it was");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#password")).hasAttribute("type", "text");
            assertThat(page.locator(".shows")).hasAttribute("aria-label", "Hide the password");
            sheet.looksWell("sign-in-shown", Look.NARROW);
            page.locator("form.fields")
                    .evaluate(
                            "form => form.addEventListener('submit', event => { event.preventDefault(); })");
            page.locator("#password").press("Enter");
            assertThat(page.locator("#password")).hasAttribute("type", "password");
            assertThat(page.locator(".shows")).hasText("Show");
        }
    }

    @Test
    void everyPageCanBeUsedByEverybody() {
        for (var look : List.of(Look.LIGHT, Look.DARK, Look.NARROW)) {
            try (var sheet = CHROMIUM.sheet(look)) {
                var page = sheet.page();
                page.navigate(academy.url("/sign-in"));
                page.fill("#mail", "nobody@example.org");
                page.fill("#password", "whatever it was");
                page.keyboard().press("Enter");
                assertThat(page.locator("[role=alert]"))
                        .containsText("No account has this address");
                sheet.complaints().removeIf(it -> it.contains("422"));
                sheet.looksWell("sign-in", look);
                page.navigate(link(Role.ADMIN));
                sheet.looksWell("join", look);
                page.fill("#name", "Nora Visser");
                page.fill("#mail", Member.mail());
                page.fill("#password", Member.PASSWORD);
                page.keyboard().press("Enter");
                assertThat(page).hasURL(academy.url("/"));
                page.navigate(academy.url("/people"));
                page.click("text=Make a link");
                sheet.looksWell("people", look);
                hasAFault();
                page.click("text=Operations");
                assertThat(page.locator("main")).containsText("bw-sample");
                sheet.looksWell("admin", look);
                page.navigate(academy.url("/me"));
                page.click("summary");
                sheet.looksWell("me", look);
                page.click("main a:text-is('Tokens')");
                page.fill("#name", "my laptop");
                page.click("button:text-is('Make a token')");
                assertThat(page.locator("#made"))
                        .hasValue(Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+"));
                assertThat(page.locator("tbody th")).hasText("my laptop");
                sheet.looksWell("tokens", look);
                page.navigate(academy.url("/join?token=none"));
                sheet.complaints().removeIf(it -> it.contains("404"));
                sheet.looksWell("join-no-more", look);
            }
        }
    }

    @Test
    void aBadgeIsTakenShownAndTakenBack() throws Exception {
        for (var look : List.of(Look.DARK, Look.NARROW)) {
            try (var sheet = CHROMIUM.sheet(look);
                    var stranger = CHROMIUM.sheet(look)) {
                var page = sheet.page();
                var mail = Member.mail();
                joins(sheet, link(Role.LEARNER), "Mira Halonen", mail);
                CompletedStep.of(academy, account(mail), "apis");
                page.navigate(academy.url("/"));
                sheet.looksWell("path-badge", look);
                page.click("text=The badge for it");
                sheet.looksWell("me-badges", look);
                page.click("text=Take the badge");
                assertThat(page.locator("[role=status]")).containsText("Made by this academy");
                page.locator("button:text-is('Run it again')").first().click();
                page.click("summary:text-is('Take it back')");
                sheet.looksWell("badge-own", look);
                var token = page.inputValue("#token");
                stranger.page().navigate(page.inputValue("#link"));
                stranger.looksWell("badge", look);
                verifies(stranger, token, look);
                page.click("text=Take the badge back");
                assertThat(page.locator("[role=status]")).containsText("withdrawn");
                assertEquals(List.of(), stranger.complaints());
            }
        }
    }

    private static void verifies(Sheet sheet, String token, Look look) {
        var page = sheet.page();
        page.click("text=checks copies");
        sheet.looksWell("verify", look);
        page.fill("#credential", token);
        page.click("text=Check it");
        assertThat(page.locator("[role=status]")).containsText("Made by this academy");
        sheet.looksWell("verify-ours", look);
        page.fill("#credential", token.substring(0, token.length() - 12));
        page.click("text=Check it");
        assertThat(page.locator("[role=alert]")).containsText("Changed");
        sheet.looksWell("verify-changed", look);
    }

    private static Account account(String mail) {
        var person =
                academy.bean(JdbcClient.class)
                        .sql("select person from account where mail = ?")
                        .param(mail)
                        .query(UUID.class)
                        .single();
        return academy.bean(Accounts.class).byId(person).orElseThrow();
    }

    /// A submission of whoever joined last that came to nothing three times.
    private static void hasAFault() {
        academy.bean(JdbcClient.class)
                .sql(
                        """
                        with handed_in as (
                            insert into version (id, person, lab, number, kind, lab_digest, files_digest, seed, attempt, created_at)
                            select gen_random_uuid(), person, 'data/transactions', 1, 'checked', '', '', 1, 1, now()
                            from account order by signed_in_at desc nulls last limit 1 returning id)
                        insert into judging (version, state, lease, unjudged, verdict, report, judged_at)
                        select id, 'done', 3, 3, 'unjudged', '{"incident":"bw-sample","checks":[],"phases":{"queued":12,"checked":2300}}', now() from handed_in\
                        """)
                .update();
    }

    @Test
    void aCohortCanBeReadByEverybody() throws Exception {
        for (var look : List.of(Look.LIGHT, Look.DARK, Look.NARROW)) {
            try (var sheet = CHROMIUM.sheet(look)) {
                var page = sheet.page();
                page.navigate(link(Role.INSTRUCTOR));
                var mail = Member.mail();
                page.fill("#name", "Nora Visser");
                page.fill("#mail", mail);
                page.fill("#password", Member.PASSWORD);
                page.keyboard().press("Enter");
                assertThat(page).hasURL(academy.url("/"));
                page.click("text=Cohorts");
                sheet.looksWell("cohorts-none", look);
                page.fill("#name", "Evening course");
                page.keyboard().press("Enter");
                assertThat(page.locator("h1")).hasText("Evening course");
                page.click("text=Make a link");
                sheet.looksWell("cohort-empty", look);
                var id = SampleCohort.of(academy, account(mail));
                page.navigate(academy.url("/cohorts/" + id));
                assertThat(page.locator("tbody tr").first()).containsText("Aaltje de Wit");
                for (var fold : page.locator("aside details > summary").all()) {
                    fold.click();
                }
                sheet.looksWell("cohort", look);
                page.selectOption("#again", "javascript/this_binding");
                page.click("text=Judge it again");
                assertThat(page.locator("h2").first()).containsText("done");
                sheet.looksWell("rejudging", look);
            }
        }
    }
}
