package dev.backwright.judge.app;

import dev.backwright.checks.Caller;
import dev.backwright.checks.Json;
import dev.backwright.checks.Pending;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Stream;
import dev.backwright.judge.json.JsonText;
import dev.backwright.judge.seen.Failing;

/// Asks a server in somebody's name.
abstract class Asking implements Caller {

    abstract LearnersApp app();

    /// Whether they ask through TLS where nothing else is said.
    abstract boolean asksTls();

    /// The request as they send it.
    Request dressed(Request request, boolean tls) {
        return request;
    }

    /// They hear the answer.
    void heard(Request request, boolean tls, Answer answer) {}

    /// Sends a request one way or the other.
    LiveReply send(Request request, boolean tls) {
        return reply(request, tls, app().exchanged(dressed(request, tls), tls));
    }

    /// @throws dev.backwright.checks.Unmet where no answer came
    LiveReply reply(Request request, boolean tls, Exchange exchange) {
        return reply(request, tls, exchange, app().failing(() -> exchange, tls));
    }

    private LiveReply reply(Request request, boolean tls, Exchange exchange, Failing failing) {
        Answer answer = exchange.answerOr(failing);
        heard(request, tls, answer);
        return new LiveReply(exchange, answer, this, request, tls, failing);
    }

    @Override
    public Reply send(Request request) {
        return send(request, asksTls());
    }

    @Override
    public Pending begin(Request request) {
        boolean tls = asksTls();
        var coming = app().sent(dressed(request, tls), tls);
        return new LivePending(coming, exchange -> reply(request, tls, exchange));
    }

    @Override
    public Stream stream(Request request) {
        boolean tls = asksTls();
        Arriving arriving = app().arriving(dressed(request, tls), tls);
        Failing failing = app().failing(arriving::exchange, tls);
        LiveReply head = reply(request, tls, arriving.exchange(), failing);
        return new LiveStream(head, arriving, failing);
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
