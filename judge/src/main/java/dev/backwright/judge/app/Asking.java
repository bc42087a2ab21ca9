package dev.backwright.judge.app;

import dev.backwright.checks.Caller;
import dev.backwright.checks.Json;
import dev.backwright.checks.Pending;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Stream;

/// Asks a server in somebody's name.
abstract class Asking implements Caller {

    abstract LearnersApp app();

    /// Whether they ask through TLS where nothing else is said.
    abstract boolean tls();

    /// The request as they send it.
    Request dressed(Request request, boolean tls) {
        return request;
    }

    /// They hear the answer.
    void heard(Request request, boolean tls, Answer answer) {}

    /// Sends a request one way or the other.
    LiveReply send(Request request, boolean tls) {
        Exchange exchange = app().exchanged(dressed(request, tls), tls);
        return reply(request, tls, exchange, exchange.answerOrUnmet());
    }

    private LiveReply reply(Request request, boolean tls, Exchange exchange, Answer answer) {
        heard(request, tls, answer);
        return new LiveReply(exchange, answer, this, request, tls);
    }

    @Override
    public Reply send(Request request) {
        return send(request, tls());
    }

    @Override
    public Pending begin(Request request) {
        return LivePending.of(() -> send(request));
    }

    @Override
    public Stream stream(Request request) {
        Call.Begun begun = app().begun(dressed(request, tls()), tls());
        Answer head = begun.exchange().answerOrUnmet();
        return app().streaming(begun, reply(request, tls(), begun.exchange(), head), tls());
    }

    @Override
    public Reply post(String target, Json body) {
        return send(json("POST", target, body));
    }

    @Override
    public Reply put(String target, Json body) {
        return send(json("PUT", target, body));
    }

    @Override
    public Reply patch(String target, Json body) {
        return send(json("PATCH", target, body));
    }

    static Request json(String method, String target, Json body) {
        return Request.of(method, target).body("application/json", JsonText.write(body.value()));
    }
}
