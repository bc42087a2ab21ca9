package dev.backwright.judge.app;

import dev.backwright.checks.Cookie;
import dev.backwright.checks.Seen;
import dev.backwright.judge.app.cookies.SetCookie;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A cookie that a reply sets, or does not set.
///
/// @param what it is, for a failure's message
/// @param at when the reply came
record LiveCookie(String what, Optional<SetCookie> cookie, Instant at, Failing failing)
        implements Cookie {

    private static final List<String> SITES = List.of("Strict", "Lax", "None");

    @Override
    public Seen value() {
        return seen("value", cookie.map(SetCookie::value).orElse(null));
    }

    @Override
    public Seen path() {
        return attribute("Path");
    }

    @Override
    public Seen domain() {
        return attribute("Domain");
    }

    @Override
    public Seen sameSite() {
        return seen(
                "SameSite",
                cookie.map(each -> each.attribute("SameSite")).map(LiveCookie::site).orElse(null));
    }

    private static String site(String said) {
        return SITES.stream().filter(said::equalsIgnoreCase).findFirst().orElse(said);
    }

    @Override
    public Seen secure() {
        return flag("Secure");
    }

    @Override
    public Seen httpOnly() {
        return flag("HttpOnly");
    }

    @Override
    public Seen lifetime() {
        return seen(
                "its lifetime in seconds",
                cookie.flatMap(each -> each.lifetime(at)).map(Duration::toSeconds).orElse(null));
    }

    private Seen attribute(String name) {
        return seen(name, cookie.map(each -> each.attribute(name)).orElse(null));
    }

    private Seen flag(String name) {
        return seen(name, cookie.map(each -> each.has(name)).orElse(null));
    }

    private Seen seen(String part, @Nullable Object value) {
        String whole =
                cookie.isPresent() ? what + ", " + part : what + ", which was not set, " + part;
        return value == null ? Sighting.absent(whole, failing) : Sighting.of(whole, value, failing);
    }

    static LiveCookie of(Exchange exchange, Answer answer, String name, Failing failing) {
        Optional<SetCookie> last =
                answer.each("Set-Cookie").stream()
                        .flatMap(line -> SetCookie.of(line).stream())
                        .filter(cookie -> cookie.name().equals(name))
                        .reduce((first, second) -> second);
        long ago = System.nanoTime() - answer.firstByteNanos();
        String what = exchange.name() + ": cookie " + name;
        return new LiveCookie(what, last, Instant.now().minusNanos(ago), failing);
    }
}
