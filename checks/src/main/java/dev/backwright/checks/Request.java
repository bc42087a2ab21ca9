package dev.backwright.checks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request to the learner's server, immutable: `Request.post("/notes").body("text/plain", "x")`.
/// Headers are sent as given, in order; `Host` and the length are added where they are missing.
///
/// @param target path and query, as it goes on the wire
/// @param body the body, sent as UTF-8; `null` for none
public record Request(String method, String target, List<Header> headers, @Nullable String body) {

    /// One header line.
    public record Header(String name, String value) {}

    public Request {
        headers = List.copyOf(headers);
    }

    /// A request without headers and body.
    public static Request of(String method, String target) {
        return new Request(method, target, List.of(), null);
    }

    public static Request get(String target) {
        return of("GET", target);
    }

    public static Request post(String target) {
        return of("POST", target);
    }

    /// The same request with one more header.
    public Request header(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Request(method, target, more, body);
    }

    /// The same request with this text as its body.
    public Request body(String contentType, String text) {
        var typed = header("Content-Type", contentType);
        return new Request(method, target, typed.headers, text);
    }
}
