package dev.backwright.checks;

/// Asks the learner's server over HTTP: the check itself ([App]), or somebody with cookies ([Visitor]).
public interface Caller {

    /// Sends a request and waits for the whole reply. Redirects are not followed, see [Reply#follow()].
    Reply send(Request request);

    default Reply get(String target) {
        return send(Request.get(target));
    }

    default Reply delete(String target) {
        return send(Request.of("DELETE", target));
    }

    /// Posts JSON.
    Reply post(String target, Json body);

    /// Puts JSON.
    Reply put(String target, Json body);

    /// Patches JSON.
    Reply patch(String target, Json body);
}
