package dev.backwright.academy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The browser of this machine.
final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium open() {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of("--no-sandbox"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static Path executable() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no chromium on the PATH: these tests look at pages in a real browser"));
    }

    /// How a page is looked at.
    record Look(int width, int height, ColorScheme scheme) {
        static final Look LIGHT = new Look(1440, 900, ColorScheme.LIGHT);
        static final Look DARK = new Look(1440, 900, ColorScheme.DARK);
        static final Look NARROW = new Look(390, 844, ColorScheme.LIGHT);

        @Override
        public String toString() {
            return (width < 500 ? "narrow " : "wide ") + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    /// A fresh browser profile with one page; what goes wrong in it is collected.
    Sheet sheet(Look look) {
        var context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(look.width(), look.height())
                                .setColorScheme(look.scheme()));
        context.setDefaultTimeout(15_000);
        return new Sheet(context.newPage(), new ArrayList<>());
    }

    /// A page and what its console complained of: errors, and whatever the page's policy refused.
    record Sheet(Page page, List<String> complaints) implements AutoCloseable {
        Sheet {
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
        }

        /// Goes to a page, and waits until its scripts have taken hold of it.
        void open(String url) {
            page.navigate(url);
            page.waitForSelector("html[data-ready]");
        }

        /// What lies under an open dialog cannot be reached and is not looked at.
        void nothingIsInTheWay() {
            boolean covered = page.locator("dialog[open]").count() > 0;
            var axe = new AxeBuilder(page).include(covered ? "dialog" : "html");
            var found = axe.analyze().getViolations();
            assertEquals(
                    List.of(),
                    found.stream().map(it -> it.getId() + ": " + it.getNodes()).toList());
            assertEquals(List.of(), complaints);
        }

        /// Nothing is in the way, only tables scroll sideways, and there is a picture to look at.
        void looksWell(String name, Look look) {
            nothingIsInTheWay();
            var fits = "document.documentElement.scrollWidth <= window.innerWidth";
            assertEquals(true, page.evaluate(fits), name + ": only tables scroll sideways");
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/looks/%s %s.png".formatted(name, look))));
        }

        @Override
        public void close() {
            page.context().close();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
