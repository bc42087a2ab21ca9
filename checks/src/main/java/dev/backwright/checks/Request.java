package dev.backwright.checks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request to the learner's server, immutable: `Request.post("/notes").body("text/plain", "x")`.
/// Headers are sent as given, in order; `Host` and the length are added where they are missing.
///
/// @param target path and query, as it goes on the wire
/// @param body the body, sent as UTF-8; `null` for none
/// @param pace how the body goes out
/// @param patienceMillis how long its reply is waited for at least; 0 for as long as any
public record Request(
        String method,
        String target,
        List<Header> headers,
        @Nullable String body,
        Pace pace,
        long patienceMillis) {

    /// One header line.
    public record Header(String name, String value) {}

    /// How a body goes out.
    ///
    /// @param pieces how many pieces of about the same size
    /// @param pauseMillis how long to wait before each but the first
    /// @param chunked whether each piece is a chunk (RFC 9112, section 7.1) and no length is sent
    public record Pace(int pieces, long pauseMillis, boolean chunked) {

        /// All at once.
        public static final Pace ONCE = new Pace(1, 0, false);

        public Pace {
            if (pieces < 1 || pauseMillis < 0) {
                throw new IllegalArgumentException(
                        "a body goes out in one piece or more, and no pause is negative; got %d pieces, %d ms"
                                .formatted(pieces, pauseMillis));
            }
        }
    }

    public Request {
        headers = List.copyOf(headers);
    }

    /// Whose reply is waited for as long as any.
    public Request(
            String method, String target, List<Header> headers, @Nullable String body, Pace pace) {
        this(method, target, headers, body, pace, 0);
    }

    /// With the body in one piece.
    public Request(String method, String target, List<Header> headers, @Nullable String body) {
        this(method, target, headers, body, Pace.ONCE);
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
        return new Request(method, target, more, body, pace, patienceMillis);
    }

    /// The same request with this text as its body.
    public Request body(String contentType, String text) {
        var typed = header("Content-Type", contentType);
        return new Request(method, target, typed.headers, text, pace, patienceMillis);
    }

    /// The same request, its reply waited for at least that long: where the server may take its time.
    public Request patient(long millis) {
        return new Request(method, target, headers, body, pace, millis);
    }

    /// The same request, its body sent in so many pieces.
    public Request inPieces(int pieces) {
        return inPieces(pieces, 0);
    }

    /// As [#inPieces(int)], with a pause before each piece but the first. Stops where the server answers meanwhile.
    public Request inPieces(int pieces, long pauseMillis) {
        return new Request(
                method,
                target,
                headers,
                body,
                new Pace(pieces, pauseMillis, pace.chunked()),
                patienceMillis);
    }

    /// The same request, its pieces sent as chunks instead of with a length.
    public Request chunked() {
        return new Request(
                method,
                target,
                headers,
                body,
                new Pace(pace.pieces(), pace.pauseMillis(), true),
                patienceMillis);
    }
}
