package dev.backwright.judge.app;

import dev.backwright.checks.Caller;
import dev.backwright.checks.Json;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;

/// Asks a server in somebody's name.
abstract class Asking implements Caller {

    /// Whether they ask through TLS where nothing else is said.
    abstract boolean tls();

    /// Sends a request one way or the other.
    abstract Reply send(Request request, boolean tls);

    @Override
    public Reply send(Request request) {
        return send(request, tls());
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
