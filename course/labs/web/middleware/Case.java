package web.middleware;

import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.List;

/// A request, and what a message calls it.
record Case(String what, Request request) {

    static final String SHOP = "https://shop.example";
    static final int LIMIT = 10_240;

    /// One request for each way in which a request may end, the one with a large body last.
    static List<Case> all() {
        var all = new ArrayList<Case>();
        all.add(new Case("A preflight", preflight("/parcels", SHOP)));
        all.addAll(replies());
        return all;
    }

    /// As [#all], without the preflight.
    static List<Case> replies() {
        return List.of(
                new Case("A plain request", Request.get("/health")),
                new Case("An unknown path", Request.get("/nowhere")),
                new Case("A malformed body", parcel("{\"to\": ")),
                new Case("A route that throws", Request.get("/broken")),
                new Case("A body of 10,241 bytes", parcel(bodyOf(LIMIT + 1))));
    }

    /// The same with a query.
    Case with(String query) {
        String target = request.target() + "?" + query;
        var asked = new Request(request.method(), target, request.headers(), request.body());
        return new Case(what, asked);
    }

    static Request parcel(String json) {
        return Request.post("/parcels").body("application/json", json);
    }

    /// As [#parcel], without a `Content-Length`: in one chunk and the last one, which is empty (RFC 9112, 7.1).
    static Request inChunks(String json) {
        return Request.post("/parcels")
                .header("Transfer-Encoding", "chunked")
                .body(
                        "application/json",
                        Integer.toHexString(json.length()) + "\r\n" + json + "\r\n0\r\n\r\n");
    }

    /// A JSON object of that many bytes.
    static String bodyOf(int bytes) {
        String empty = "{\"grams\":5,\"to\":\"\"}";
        return "{\"grams\":5,\"to\":\"" + "a".repeat(bytes - empty.length()) + "\"}";
    }

    static Request preflight(String path, String origin) {
        return preflight(path, origin, "POST", "content-type,x-request-id");
    }

    static Request preflight(String path, String origin, String method, String headers) {
        return Request.of("OPTIONS", path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers);
    }
}
