package dev.backwright.services.registry;

import java.util.Locale;
import java.util.Map;

/// A request.
final class Asked {

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    /// @param path as it was sent, without the query
    /// @param headers by lower-case name; of several the last
    Asked(String method, String path, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body;
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    boolean wantsToEnd() {
        return header("connection").equalsIgnoreCase("close");
    }
}
