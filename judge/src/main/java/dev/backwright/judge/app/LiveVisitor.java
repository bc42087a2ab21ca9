package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Visitor;
import dev.backwright.judge.app.cookies.CookieJar;
import dev.backwright.judge.app.cookies.CookieJar.Place;
import dev.backwright.judge.app.cookies.SetCookie;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.time.InstantSource;
import java.util.Optional;

/// Asks with cookies.
final class LiveVisitor extends Asking implements Visitor {

    private static final String HOST = "localhost";

    private final LearnersApp app;
    private final CookieJar jar = new CookieJar(InstantSource.system());
    private final boolean tls;

    LiveVisitor(LearnersApp app, boolean tls) {
        this.app = app;
        this.tls = tls;
    }

    @Override
    boolean asksTls() {
        return tls;
    }

    @Override
    LearnersApp app() {
        return app;
    }

    @Override
    Request dressed(Request request, boolean tls) {
        return header(request, "Cookie").isPresent()
                ? request
                : jar.header(place(request, tls))
                        .map(cookies -> request.header("Cookie", cookies))
                        .orElse(request);
    }

    @Override
    void heard(Request request, boolean tls, Answer answer) {
        Place place = place(request, tls);
        answer.each("Set-Cookie").stream()
                .flatMap(line -> SetCookie.of(line).stream())
                .forEach(cookie -> jar.keep(cookie, place));
    }

    @Override
    public Seen cookie(String name) {
        String what = "the visitor's cookie " + name;
        return jar.value(name, Place.of(HOST, "/", true))
                .map(value -> Sighting.of(what, value, Failing.PLAIN))
                .orElseGet(() -> Sighting.absent(what, Failing.PLAIN));
    }

    @Override
    public void keep(String name, String value) {
        jar.keep(name, value, HOST);
    }

    private static Place place(Request request, boolean tls) {
        boolean secure =
                tls || header(request, "X-Forwarded-Proto").filter("https"::equals).isPresent();
        return Place.of(header(request, "Host").orElse(HOST), request.target(), secure);
    }

    private static Optional<String> header(Request request, String name) {
        return request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Request.Header::value)
                .findFirst();
    }
}
