package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.PlayedProvider;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.MailServer;
import dev.backwright.academy.platform.Outside;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.Chromium.Sheet;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.services.oidc.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// By a link and a provider into an academy, in a real browser; its mail server is away.
final class WaysInJourneyTest {

    @TempDir static Path home;

    private static final Chromium CHROMIUM = Chromium.open();
    private static final PlayedProvider SCHOOL = PlayedProvider.open("school");
    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        var nobody = new MailServer(URI.create("smtp://127.0.0.1:1"), "a@example.org", "", "");
        academy =
                OpenAcademy.forMany(
                        home,
                        new Outside(List.of(SCHOOL.access()), nobody),
                        new FakeJudge(it -> Outcome.PASSED));
        SCHOOL.knows(academy);
    }

    @AfterAll
    static void close() {
        academy.close();
        SCHOOL.close();
        CHROMIUM.close();
    }

    @Test
    void everyWayInCanBeUsedByEverybody() {
        for (var look : List.of(Look.LIGHT, Look.DARK, Look.NARROW)) {
            try (var sheet = CHROMIUM.sheet(look)) {
                var page = sheet.page();
                forgets(sheet, look);
                staysOut(sheet, look);
                joins(page);
                sheet.looksWell("me-linked", look);
                page.click("text=Sign out");
                page.click("text=Sign in through The school");
                assertThat(page).hasURL(academy.url("/"));
                invites(sheet, look);
                assertEquals(List.of(), sheet.complaints());
            }
        }
    }

    private static void forgets(Sheet sheet, Look look) {
        var page = sheet.page();
        page.navigate(academy.url("/sign-in"));
        sheet.looksWell("sign-in-ways", look);
        page.click("text=Forgot your password?");
        sheet.looksWell("forgotten", look);
        page.fill("#mail", Member.mail());
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("If an account has this address");
        sheet.looksWell("forgotten-asked", look);
    }

    private static void staysOut(Sheet sheet, Look look) {
        var page = sheet.page();
        SCHOOL.isVisitedBy(person(Member.mail()));
        page.navigate(academy.url("/sign-in"));
        page.click("text=Sign in through The school");
        assertThat(page.locator("[role=alert]")).containsText("No account here has the address");
        sheet.complaints().removeIf(it -> it.contains("422"));
        sheet.looksWell("passage-out", look);
    }

    private static void joins(Page page) {
        SCHOOL.isVisitedBy(person(Member.mail()));
        var token = academy.bean(Invitations.class).invite(null, Role.ADMIN, null, 1);
        page.navigate(academy.url("/join?token=" + token));
        page.click("text=Join through The school");
        assertThat(page.locator("header .who")).hasText("Ada Quist");
        page.navigate(academy.url("/me"));
        assertThat(page.locator(".way")).containsText("The school");
    }

    private static void invites(Sheet sheet, Look look) {
        var page = sheet.page();
        page.navigate(academy.url("/people"));
        var mail = Member.mail();
        page.fill("#mail", mail);
        page.click("button:has-text('Invite')");
        assertThat(page.locator("[role=status]")).containsText("is on its way to " + mail);
        for (int i = 0;
                i < 100 && page.locator("[aria-label='Try again: " + mail + "']").count() == 0;
                i++) {
            page.waitForTimeout(100);
            page.navigate(academy.url("/people"));
        }
        sheet.looksWell("people-mail", look);
        page.click("[aria-label='Show a link for " + mail + "']");
        assertThat(page.locator("#link")).isVisible();
    }

    private static Person person(String mail) {
        return new Person(
                UUID.randomUUID().toString(),
                Map.of("email", mail, "email_verified", true, "name", "Ada Quist"));
    }
}
