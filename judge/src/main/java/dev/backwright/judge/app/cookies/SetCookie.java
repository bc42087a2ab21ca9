package dev.backwright.judge.app.cookies;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A `Set-Cookie` line (RFC 6265, section 5.2).
///
/// @param attributes by their names in lower case, the last of each name
public record SetCookie(String name, String value, Map<String, String> attributes) {

    /// Section 6.1: what a browser has to take. A longer one is not kept.
    static final int LONGEST = 4096;

    public SetCookie {
        attributes = Map.copyOf(attributes);
    }

    /// Empty where a browser would pass over the line.
    public static Optional<SetCookie> of(String line) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
        String value = parts[0].substring(equals + 1).strip();
        if (name.isEmpty() || name.length() + value.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('=');
            String key = end < 0 ? parts[i] : parts[i].substring(0, end);
            String said = end < 0 ? "" : parts[i].substring(end + 1).strip();
            attributes.put(key.strip().toLowerCase(Locale.ROOT), said);
        }
        return Optional.of(new SetCookie(name, value, attributes));
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute.toLowerCase(Locale.ROOT));
    }

    public @Nullable String attribute(String name) {
        return attributes.get(name.toLowerCase(Locale.ROOT));
    }

    /// How long it is kept: `Max-Age`, else `Expires`; zero where that is over; empty where it goes with the browser.
    public Optional<Duration> lifetime(Instant now) {
        String seconds = attributes.getOrDefault("max-age", "");
        if (seconds.matches("-?\\d+")) {
            return Optional.of(Duration.ofSeconds(bounded(seconds)));
        }
        return CookieDate.of(attributes.getOrDefault("expires", ""))
                .map(end -> end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO);
    }

    /// Nothing is kept for longer than 400 years.
    private static long bounded(String seconds) {
        long most = 400L * 366 * 24 * 3600;
        boolean many = seconds.length() > 11;
        if (seconds.startsWith("-")) {
            return 0;
        }
        return many ? most : Math.min(most, Long.parseLong(seconds));
    }
}
