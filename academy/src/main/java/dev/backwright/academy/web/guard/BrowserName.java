package dev.backwright.academy.web.guard;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a browser calls itself, in a few words of ours: a person is to know their own again. Anybody can send any name.
final class BrowserName {

    static final String UNKNOWN = "A browser";

    /// @param mark in `User-Agent`
    private record Known(String mark, String name) {}

    /// Most call themselves what others are called, too: the more particular come first.
    private static final List<Known> BROWSERS =
            List.of(
                    new Known("Edg", "Edge"),
                    new Known("OPR/", "Opera"),
                    new Known("Firefox/", "Firefox"),
                    new Known("FxiOS/", "Firefox"),
                    new Known("CriOS/", "Chrome"),
                    new Known("Chrome/", "Chrome"),
                    new Known("Safari/", "Safari"));

    private static final List<Known> SYSTEMS =
            List.of(
                    new Known("iPhone", "an iPhone"),
                    new Known("iPad", "an iPad"),
                    new Known("Android", "Android"),
                    new Known("Windows", "Windows"),
                    new Known("Mac OS X", "a Mac"),
                    new Known("CrOS", "ChromeOS"),
                    new Known("Linux", "Linux"));

    private BrowserName() {}

    /// @param agent the request's `User-Agent`; `null` where it has none
    static String of(@Nullable String agent) {
        var browser = first(BROWSERS, agent).orElse(UNKNOWN);
        return first(SYSTEMS, agent).map(it -> browser + " on " + it).orElse(browser);
    }

    private static Optional<String> first(List<Known> known, @Nullable String agent) {
        return known.stream()
                .filter(it -> agent != null && agent.contains(it.mark()))
                .map(Known::name)
                .findFirst();
    }
}
