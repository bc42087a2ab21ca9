package dev.backwright.academy.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// For whom this academy is, and where they reach it.
///
/// ```text
///   BACKWRIGHT_PEOPLE=oneself   solo: one person, at 127.0.0.1, with the key of the start
///   BACKWRIGHT_PEOPLE=others    an academy for many: accounts, sign-in, roles
///   BACKWRIGHT_URL              where these reach it: https://learn.example
/// ```
///
/// @param many whether it is for others, who sign in
/// @param url scheme, host and, unless it is the usual one, port; `null` for the port of 127.0.0.1 that it listens on
public record Site(boolean many, @Nullable URI url) {

    /// `oneself` or `others`; the judge knows the same setting.
    static final String PEOPLE = "backwright.people";

    static final String URL = "backwright.url";

    public static final Site SOLO = new Site(false, null);

    /// This machine.
    static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");

    /// @throws CannotStart naming the setting that is wrong
    static Site of(String people, @Nullable String url) {
        boolean many =
                switch (people) {
                    case "oneself" -> false;
                    case "others" -> true;
                    default ->
                            throw CannotStart.usage(
                                    "BACKWRIGHT_PEOPLE is oneself or others, got '%s'."
                                            .formatted(people));
                };
        if (url == null) {
            return new Site(many, null);
        }
        if (!many) {
            throw CannotStart.usage(
                    "BACKWRIGHT_URL is for an academy with BACKWRIGHT_PEOPLE=others; alone it is at 127.0.0.1.");
        }
        return new Site(true, parsed(url));
    }

    private static URI parsed(String text) {
        URI url;
        try {
            url = URI.create(text.strip().toLowerCase(Locale.ROOT).replaceFirst("/$", ""));
        } catch (IllegalArgumentException e) {
            throw unusable(text);
        }
        boolean plain = "http".equals(url.getScheme());
        boolean whole =
                url.getHost() != null
                        && url.getUserInfo() == null
                        && url.getPath().isEmpty()
                        && url.getQuery() == null
                        && url.getFragment() == null;
        if (!whole || !(plain || "https".equals(url.getScheme()))) {
            throw unusable(text);
        }
        if (plain && !OWN.contains(url.getHost())) {
            throw CannotStart.usage(
                    "BACKWRIGHT_URL is %s: passwords would travel in clear. Put a proxy with TLS before the academy, and name its https address."
                            .formatted(text));
        }
        return url;
    }

    private static CannotStart unusable(String text) {
        return CannotStart.usage(
                "BACKWRIGHT_URL wants scheme and host alone, such as https://learn.example; got '%s'."
                        .formatted(text));
    }
}
