package dev.backwright.judge.app.cookies;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps cookies and tells which go along (RFC 6265, sections 5.3 and 5.4). Safe for many threads.
public final class CookieJar {

    /// Section 6.1; the oldest makes room.
    private static final int MOST = 50;

    private final InstantSource clock;
    private final List<Kept> kept = new ArrayList<>();

    public CookieJar(InstantSource clock) {
        this.clock = clock;
    }

    /// Where a request goes.
    ///
    /// @param host in lower case, without its port
    /// @param path without the query
    public record Place(String host, String path, boolean secure) {

        public static Place of(String host, String target, boolean secure) {
            String bare = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
            int end = target.indexOf('?');
            return new Place(bare, end < 0 ? target : target.substring(0, end), secure);
        }

        /// Section 5.1.4.
        String folder() {
            int end = path.lastIndexOf('/');
            return path.startsWith("/") && end > 0 ? path.substring(0, end) : "/";
        }
    }

    private record Kept(
            String name,
            String value,
            String domain,
            boolean hostOnly,
            String path,
            boolean secure,
            @Nullable Instant end) {

        boolean replaces(Kept older) {
            return name.equals(older.name)
                    && domain.equals(older.domain)
                    && path.equals(older.path);
        }

        boolean goesTo(Place place, Instant now) {
            return (hostOnly ? place.host.equals(domain) : within(place.host, domain))
                    && below(place.path, path)
                    && (place.secure || !secure)
                    && (end == null || end.isAfter(now));
        }
    }

    /// Keeps what a reply from `place` sets; passes over what a browser would refuse.
    public synchronized void keep(SetCookie cookie, Place place) {
        String domain = domain(cookie);
        boolean foreign = !domain.isEmpty() && !within(place.host, domain);
        if (foreign || (cookie.has("secure") && !place.secure) || breaksPrefix(cookie, domain)) {
            return;
        }
        String path = cookie.attributes().getOrDefault("path", "");
        Instant now = clock.instant();
        put(
                new Kept(
                        cookie.name(),
                        cookie.value(),
                        domain.isEmpty() ? place.host : domain,
                        domain.isEmpty(),
                        path.startsWith("/") ? path : place.folder(),
                        cookie.has("secure"),
                        cookie.lifetime(now).map(now::plus).orElse(null)));
    }

    /// Keeps a cookie for all paths of a host.
    public synchronized void keep(String name, String value, String host) {
        put(new Kept(name, value, host, true, "/", false, null));
    }

    private void put(Kept cookie) {
        int before = place(cookie);
        if (before >= 0) {
            kept.set(before, cookie);
        } else {
            kept.add(cookie);
        }
        Instant now = clock.instant();
        kept.removeIf(each -> each.end != null && !each.end.isAfter(now));
        if (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    private int place(Kept cookie) {
        for (int i = 0; i < kept.size(); i++) {
            if (cookie.replaces(kept.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// The text of the `Cookie` header for a request to `place`: longer paths first, then the older ones.
    public synchronized Optional<String> header(Place place) {
        String pairs =
                going(place).stream()
                        .map(each -> each.name + "=" + each.value)
                        .collect(Collectors.joining("; "));
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs);
    }

    /// The value that would go along under a name.
    public synchronized Optional<String> value(String name, Place place) {
        return going(place).stream()
                .filter(each -> each.name.equals(name))
                .map(Kept::value)
                .findFirst();
    }

    private List<Kept> going(Place place) {
        Instant now = clock.instant();
        return kept.stream()
                .filter(each -> each.goesTo(place, now))
                .sorted(Comparator.comparingInt((Kept each) -> each.path.length()).reversed())
                .toList();
    }

    private static String domain(SetCookie cookie) {
        String said = cookie.attributes().getOrDefault("domain", "").toLowerCase(Locale.ROOT);
        return said.startsWith(".") ? said.substring(1) : said;
    }

    /// RFC 6265bis, section 4.1.3: a name may promise what the cookie then has to keep.
    private static boolean breaksPrefix(SetCookie cookie, String domain) {
        String name = cookie.name().toLowerCase(Locale.ROOT);
        boolean host = name.startsWith("__host-");
        return ((host || name.startsWith("__secure-")) && !cookie.has("secure"))
                || (host && (!domain.isEmpty() || !"/".equals(cookie.attribute("path"))));
    }

    private static boolean within(String host, String domain) {
        return host.equals(domain)
                || (host.endsWith("." + domain) && !host.matches("[\\d.]+|.*:.*"));
    }

    /// Section 5.1.4: whether a path is the cookie's or lies below it.
    private static boolean below(String path, String cookiePath) {
        return path.equals(cookiePath)
                || (path.startsWith(cookiePath)
                        && (cookiePath.endsWith("/") || path.charAt(cookiePath.length()) == '/'));
    }
}
