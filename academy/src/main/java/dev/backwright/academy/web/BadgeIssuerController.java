package dev.backwright.academy.web;

import dev.backwright.academy.badges.BadgeKeys;
import dev.backwright.academy.badges.Issuer;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What others' programs need to check a badge without us: keys, and what the addresses in it stand for.
@RestController
@ForMany
final class BadgeIssuerController {

    private static final MediaType KEY = MediaType.parseMediaType("application/jwk+json");
    private static final MediaType KEYS = MediaType.parseMediaType("application/jwk-set+json");
    private static final MediaType DOCUMENT = MediaType.parseMediaType("application/ld+json");

    private final BadgeKeys keys;
    private final Issuer issuer;
    private final Catalog catalog;

    BadgeIssuerController(BadgeKeys keys, Issuer issuer, Catalog catalog) {
        this.keys = keys;
        this.issuer = issuer;
        this.catalog = catalog;
    }

    /// At the address that Open Badges 3.0 names.
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return answer(KEYS, keys.jwks());
    }

    @GetMapping("/badges/keys/{id}")
    ResponseEntity<Map<String, Object>> key(@PathVariable UUID id) {
        return answer(
                KEY,
                keys.jwk(id).orElseThrow(() -> CannotAnswer.notFound("There is no such key.")));
    }

    @GetMapping("/badges/issuer")
    ResponseEntity<Map<String, Object>> issuer() {
        return answer(DOCUMENT, Issuer.alone(issuer.profile()));
    }

    @GetMapping("/badges/achievements/{step}")
    ResponseEntity<Map<String, Object>> achievement(@PathVariable String step) {
        return catalog.steps().stream()
                .filter(it -> it.id().equals(step))
                .findFirst()
                .map(it -> answer(DOCUMENT, Issuer.alone(issuer.achievement(it))))
                .orElseThrow(() -> CannotAnswer.notFound("There is no such step."));
    }

    private static ResponseEntity<Map<String, Object>> answer(
            MediaType type, Map<String, Object> body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .contentType(type)
                .body(body);
    }
}
