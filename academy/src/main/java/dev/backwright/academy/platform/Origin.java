package dev.backwright.academy.platform;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// An origin as browsers say it (RFC 6454): scheme, host and, unless it is the usual one, port.
final class Origin {

    /// With commas between them.
    static final String SETTING = "backwright.origins";

    private Origin() {}

    /// @throws CannotStart naming the one that is none
    static Set<String> all(Site site, String text) {
        if (!site.many()) {
            throw CannotStart.usage(
                    "BACKWRIGHT_ORIGINS is for an academy with BACKWRIGHT_PEOPLE=others; alone no page elsewhere may ask it.");
        }
        return Arrays.stream(text.split(",", -1))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .map(Origin::required)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String required(String text) {
        if (!isOrigin(text)) {
            throw CannotStart.usage(
                    "BACKWRIGHT_ORIGINS wants origins such as https://app.example, with commas between them; http only for this machine, no path, no usual port, no *. Got '%s'."
                            .formatted(text));
        }
        return text;
    }

    private static boolean isOrigin(String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
        var host = uri.getHost();
        if (host == null || host.endsWith(".")) {
            return false;
        }
        return switch (String.valueOf(uri.getScheme())) {
            case "https" -> text.equals(written(uri, host, 443));
            case "http" -> Site.OWN.contains(host) && text.equals(written(uri, host, 80));
            default -> false;
        };
    }

    /// The one way to write it.
    private static String written(URI uri, String host, int usual) {
        int port = uri.getPort();
        var end = port < 0 || port == usual ? "" : ":" + port;
        return uri.getScheme() + "://" + host + end;
    }
}
