package dev.backwright.academy.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers in JSON with an `ETag`: who brings it along in `If-None-Match` and has the latest already gets 304 (RFC 9110).
@Component
final class Etags {

    private final JsonMapper json;

    Etags(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<byte[]> answer(Object body) {
        return answer(body, ResponseEntity.ok());
    }

    ResponseEntity<byte[]> answer(Object body, ResponseEntity.BodyBuilder answer) {
        var text = json.writeValueAsBytes(body);
        return answer.eTag(tag(text))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(text);
    }

    private static String tag(byte[] text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text);
            return '"'
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22)
                    + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 comes with every Java", e);
        }
    }

    /// A text that is the same for everybody.
    static ResponseEntity<byte[]> text(String text, MediaType type) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok().eTag(tag(bytes)).contentType(type).body(bytes);
    }
}
