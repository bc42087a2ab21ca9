package dev.backwright.services.registry;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An answer.
final class Told {

    private final int status;
    private final String type;
    private final byte[] body;

    private Told(int status, String type, byte[] body) {
        this.status = status;
        this.type = type;
        this.body = body;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    static Told json(int status, Object content) {
        return new Told(status, "application/json", JsonMapper.shared().writeValueAsBytes(content));
    }

    /// In the short form that installers ask for.
    static Told install(JsonNode packument) {
        return new Told(
                200,
                "application/vnd.npm.install-v1+json",
                JsonMapper.shared().writeValueAsBytes(packument));
    }

    static Told tarball(byte[] bytes) {
        return new Told(200, "application/octet-stream", bytes);
    }

    static Told refused(RegistryRefused why) {
        return json(why.status(), Map.of("error", String.valueOf(why.getMessage())));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
