package dev.backwright.judge.app;

import dev.backwright.checks.Cookie;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Rendering;
import dev.backwright.judge.seen.Sighting;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A whole reply, asked about.
final class LiveReply implements Reply {

    private final Exchange exchange;
    private final Answer answer;
    private final Asking asker;
    private final Request asked;
    private final boolean tls;
    private final Failing failing;

    /// @param asked before cookies came along
    /// @param failing names this exchange as the one a check failed at
    LiveReply(
            Exchange exchange,
            Answer answer,
            Asking asker,
            Request asked,
            boolean tls,
            Failing failing) {
        this.exchange = exchange;
        this.answer = answer;
        this.asker = asker;
        this.asked = asked;
        this.tls = tls;
        this.failing = failing;
    }

    Exchange exchange() {
        return exchange;
    }

    Answer answer() {
        return answer;
    }

    Request asked() {
        return asked;
    }

    boolean tls() {
        return tls;
    }

    Unmet unmet(String message) {
        return failing.because(message);
    }

    @Override
    public Cookie cookie(String name) {
        return LiveCookie.of(exchange, answer, name, failing);
    }

    @Override
    public Reply follow(int most) {
        return Redirect.follow(this, asker, most);
    }

    @Override
    public Reply status(int... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(expected -> expected == answer.status())) {
            throw unmet(
                    "%s: expected status %s; seen %d%s"
                            .formatted(
                                    exchange.name(),
                                    Rendering.anyOf(Arrays.stream(anyOf).boxed().toList()),
                                    answer.status(),
                                    told()));
        }
        return this;
    }

    /// The first words of a body that goes with an unexpected status: mostly they say why.
    private String told() {
        String body = bodyText().strip();
        return body.isEmpty() || body.length() > 200 || body.contains("\n") ? "" : ": " + body;
    }

    @Override
    public int code() {
        return answer.status();
    }

    @Override
    public Seen header(String name) {
        String what = exchange.name() + ": header " + name;
        @Nullable String value = answer.header(name);
        return value == null ? Sighting.absent(what, failing) : Sighting.of(what, value, failing);
    }

    @Override
    public Seen headers() {
        return Sighting.of(exchange.name() + ": headers", answer.headerLines(), failing);
    }

    @Override
    public Seen body() {
        return Sighting.of(exchange.name() + ": body", bodyText(), failing);
    }

    @Override
    public Seen json() {
        return parsed().whole();
    }

    @Override
    public Seen json(String path) {
        return parsed().at(path);
    }

    @Override
    public double millis() {
        return exchange.waitedMillis();
    }

    private SeenJson parsed() {
        return new SeenJson(exchange.name(), "body", bodyText(), failing);
    }

    private String bodyText() {
        return answer.body();
    }
}
