package dev.backwright.academy.platform;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// For whom this academy is, and where they reach it.
///
/// ```text
///   BACKWRIGHT_PEOPLE=oneself   solo: one person, at 127.0.0.1, with the key of the start
///   BACKWRIGHT_PEOPLE=others    an academy for many: accounts, sign-in, roles
///   BACKWRIGHT_URL              where these reach it: https://learn.example
///   BACKWRIGHT_PASSKEYS=admins  who does their work by passkey alone: [PasskeyDemand]
/// ```
///
/// @param many whether it is for others, who sign in
/// @param url scheme, host and, unless it is the usual one, port; `null` for the port of 127.0.0.1 that it listens on
/// @param passkeys of whom they are demanded
public record Site(boolean many, @Nullable URI url, PasskeyDemand passkeys) {

    /// `oneself` or `others`; the judge knows the same setting.
    static final String PEOPLE = "backwright.people";

    static final String URL = "backwright.url";

    static final String PASSKEYS = "backwright.passkeys";

    public static final Site SOLO = new Site(false, null);

    /// This machine.
    static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    /// One where passkeys are offered, and demanded of nobody.
    public Site(boolean many, @Nullable URI url) {
        this(many, url, PasskeyDemand.OFFERED);
    }

    /// The name of its host, to which passkeys are bound; nothing where people reach it by a number.
    public Optional<String> name() {
        if (url == null) {
            return Optional.of("localhost");
        }
        var host = url.getHost();
        return host.startsWith("[") || NUMBERS.matcher(host).matches()
                ? Optional.empty()
                : Optional.of(host);
    }

    /// @throws CannotStart where there is no such demand, or nobody could meet it
    Site demanding(String word) {
        var demand = PasskeyDemand.of(word);
        if (demand != PasskeyDemand.OFFERED && !many) {
            throw CannotStart.usage(
                    "BACKWRIGHT_PASSKEYS is for an academy with BACKWRIGHT_PEOPLE=others; alone nobody signs in.");
        }
        if (demand != PasskeyDemand.OFFERED && name().isEmpty()) {
            throw CannotStart.usage(
                    "BACKWRIGHT_PASSKEYS is %s, and passkeys want a name: BACKWRIGHT_URL is %s, a number."
                            .formatted(word, url));
        }
        return new Site(many, url, demand);
    }

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
