package dev.backwright.services.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an endpoint answers.
///
/// @param headers besides type and length
record Answer(int status, String contentType, String body, Map<String, String> headers) {

    static Answer json(int status, Map<String, ?> body) {
        return new Answer(
                status,
                "application/json",
                JSONObjectUtils.toJSONString(body),
                Map.of("Cache-Control", "no-store"));
    }

    /// An error as RFC 6749, section 5.2, has it.
    static Answer error(int status, String error, String description) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        return json(status, body);
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", body, Map.of());
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more);
    }
}
