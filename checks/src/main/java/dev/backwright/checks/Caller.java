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

    /// Sends a request and does not wait for the reply. The server may not have seen it yet: wait for a sign of that.
    ///
    /// ```java
    /// Pending slow = app.begin(Request.get("/report"));
    /// app.log().line("report begun").isPresent();
    /// app.signal("SIGTERM");
    /// slow.reply().status(200);
    /// ```
    Pending begin(Request request);

    /// Sends a request, waits for the head of its reply, and lets the body be read as it comes.
    Stream stream(Request request);

    /// As [#stream(Request)]: asks for server-sent events.
    default Stream stream(String target) {
        return stream(Request.get(target).header("Accept", "text/event-stream"));
    }

    /// Posts JSON.
    Reply post(String target, Json body);

    /// Puts JSON.
    Reply put(String target, Json body);

    /// Patches JSON.
    Reply patch(String target, Json body);
}
