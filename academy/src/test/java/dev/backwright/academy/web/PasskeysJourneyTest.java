package dev.backwright.academy.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.web.Chromium.Look;
import dev.backwright.academy.web.Chromium.Sheet;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A passkey is made, used and removed in a real browser, with an authenticator that Chromium plays.
final class PasskeysJourneyTest {

    /// Passkeys are used when the button is pressed, and not when they are filled in.
    private static final String BUTTON_ALONE =
            "PublicKeyCredential.isConditionalMediationAvailable = async () => false";

    private static final String NO_PASSKEYS = "delete window.PublicKeyCredential";

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
    void oneIsMadeUsedAndRemoved() {
        for (var look : List.of(Look.LIGHT, Look.DARK, Look.NARROW)) {
            try (var sheet = CHROMIUM.sheet(look)) {
                sheet.page().addInitScript(BUTTON_ALONE);
                var authenticator = Authenticator.of(sheet.page());
                joins(sheet.page());
                makes(sheet, look);
                makesNoSecond(sheet, look);
                sheet.page().click("text=Sign out");
                staysOut(sheet, authenticator, look);
                comesIn(sheet.page());
                removes(sheet, look);
                assertEquals(List.of(), sheet.complaints());
            }
        }
    }

    @Test
    void theBrowserFillsItIn() {
        try (var sheet = CHROMIUM.sheet(Look.LIGHT)) {
            var page = sheet.page();
            Authenticator.of(page);
            joins(page);
            page.navigate(at("/me"));
            page.fill("#passkey-name", "my laptop");
            page.keyboard().press("Enter");
            assertThat(page.locator("[role=status]")).containsText("Your passkey is made");
            page.click("text=Sign out");
            assertThat(page).hasURL(at("/"));
            assertThat(page.locator("header .who")).hasText("Ada Quist");
            assertEquals(List.of(), sheet.complaints());
        }
    }

    @Test
    void whereABrowserKnowsNoneNoButtonIsShown() {
        try (var sheet = CHROMIUM.sheet(Look.LIGHT)) {
            var page = sheet.page();
            page.addInitScript(NO_PASSKEYS);
            sheet.open(at("/sign-in"));
            assertThat(page.locator("text=Sign in with a passkey")).isHidden();
            joins(page);
            sheet.open(at("/me"));
            assertThat(page.locator("text=This browser makes no passkeys")).isVisible();
            assertThat(page.locator("text=Make a passkey")).isHidden();
            assertEquals(List.of(), sheet.complaints());
        }
    }

    private static void joins(Page page) {
        var token = academy.bean(Invitations.class).invite(null, Role.LEARNER, null, 1);
        page.navigate(at("/join?token=" + token));
        page.fill("#name", "Ada Quist");
        page.fill("#mail", Member.mail());
        page.fill("#password", Member.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("header .who")).hasText("Ada Quist");
    }

    private static void makes(Sheet sheet, Look look) {
        var page = sheet.page();
        sheet.open(at("/me"));
        sheet.looksWell("passkeys-none", look);
        page.fill("#passkey-name", "my laptop");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=status]")).containsText("Your passkey is made");
        assertThat(page.locator(".keys tbody th")).hasText("my laptop");
        sheet.looksWell("passkeys-one", look);
    }

    private static void makesNoSecond(Sheet sheet, Look look) {
        var page = sheet.page();
        page.fill("#passkey-name", "my laptop again");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-passkey-make] [role=alert]"))
                .containsText("There is a passkey for this account on it already.");
        sheet.looksWell("passkeys-second", look);
    }

    private static void staysOut(Sheet sheet, Authenticator authenticator, Look look) {
        authenticator.verifies(false);
        var page = sheet.page();
        page.waitForSelector("html[data-ready]");
        sheet.looksWell("passkeys-door", look);
        page.click("text=Sign in with a passkey");
        assertThat(page.locator("[data-passkey-door] [role=alert]"))
                .containsText("Nothing came of it");
        sheet.looksWell("passkeys-cancelled", look);
        authenticator.verifies(true);
    }

    private static void comesIn(Page page) {
        page.locator("text=Sign in with a passkey").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("header .who")).hasText("Ada Quist");
    }

    private static void removes(Sheet sheet, Look look) {
        var page = sheet.page();
        page.navigate(at("/me"));
        page.click("[aria-label='Remove the passkey my laptop']");
        assertThat(page).hasTitle("Sign in · Backwright");
        page.waitForSelector("html[data-ready]");
        page.click("text=Sign in with a passkey");
        assertThat(page.locator("[data-passkey-door] [role=alert]"))
                .containsText("No account here is opened by this passkey");
        sheet.complaints().removeIf(it -> it.contains("422"));
        sheet.looksWell("passkeys-gone", look);
    }

    private static String at(String path) {
        return "http://localhost:" + academy.premises().solo().port().number() + path;
    }

    /// A platform's own, which keeps passkeys and always finds its owner's finger on it.
    private record Authenticator(CDPSession session, String id) {

        static Authenticator of(Page page) {
            var session = page.context().newCDPSession(page);
            session.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var added = new JsonObject();
            added.add("options", options);
            var answer = session.send("WebAuthn.addVirtualAuthenticator", added);
            return new Authenticator(session, answer.get("authenticatorId").getAsString());
        }

        void verifies(boolean itsOwner) {
            var told = new JsonObject();
            told.addProperty("authenticatorId", id);
            told.addProperty("isUserVerified", itsOwner);
            session.send("WebAuthn.setUserVerified", told);
        }
    }
}
