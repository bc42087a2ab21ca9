package dev.backwright.academy.web;

import dev.backwright.academy.badges.Badge;
import dev.backwright.academy.badges.Badges;
import dev.backwright.academy.badges.Finding;
import dev.backwright.academy.badges.Issuer;
import dev.backwright.academy.badges.Verifier;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Badges for whoever is shown one: by their links, or as files to be checked. Search engines are asked to leave them out.
@RestController
@RequestMapping("/badges")
@ForMany
final class BadgeController {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final MediaType JWT = MediaType.parseMediaType("application/vc+jwt");

    private final Badges badges;
    private final Verifier verifier;
    private final Issuer issuer;
    private final BadgeSheet sheet;

    BadgeController(Badges badges, Verifier verifier, Issuer issuer, BadgeSheet sheet) {
        this.badges = badges;
        this.verifier = verifier;
        this.issuer = issuer;
        this.sheet = sheet;
    }

    @GetMapping(path = "/{id}", produces = HTML)
    ResponseEntity<String> badge(@PathVariable UUID id) {
        return switch (verifier.of(present(id))) {
            case Finding.Ours ours -> sheet.badge(ours, issuer.badge(id));
            case Finding other -> sheet.verify(200, "", other);
        };
    }

    @GetMapping("/{id}/credential.jwt")
    ResponseEntity<byte[]> token(@PathVariable UUID id) {
        var badge = present(id);
        var name = "backwright-%s.jwt".formatted(badge.step());
        return quiet().header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(JWT)
                .body(token(badge).getBytes(StandardCharsets.US_ASCII));
    }

    /// What the token says, as it was signed.
    @GetMapping("/{id}/credential.json")
    ResponseEntity<byte[]> claims(@PathVariable UUID id) {
        var payload = token(present(id)).split("\\.", -1)[1];
        return quiet().contentType(MediaType.APPLICATION_JSON)
                .body(Base64.getUrlDecoder().decode(payload));
    }

    private static String token(Badge badge) {
        return Objects.requireNonNull(badge.token());
    }

    /// @throws CannotAnswer where there is none, or it was withdrawn
    private Badge present(UUID id) {
        var badge = badges.find(id);
        var at = badge.withdrawnAt();
        if (at != null) {
            throw CannotAnswer.gone(
                    "This badge was withdrawn by its learner on %s."
                            .formatted(PeoplePage.moment(at)));
        }
        return badge;
    }

    private static ResponseEntity.BodyBuilder quiet() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(BadgeSheet.ROBOTS, BadgeSheet.NO_INDEX);
    }

    @GetMapping(path = "/verify", produces = HTML)
    ResponseEntity<String> verify() {
        return sheet.verify(200, "", null);
    }

    /// @param credential a JWT, or a badge's link
    @PostMapping(path = "/verify", produces = HTML)
    ResponseEntity<String> verify(@RequestParam(defaultValue = "") String credential) {
        var brought = credential.strip();
        if (brought.isEmpty()) {
            return sheet.verify(422, "", null);
        }
        return link(brought)
                .map(it -> SignInController.to("/badges/" + it))
                .orElseGet(() -> sheet.verify(200, brought, verifier.verify(brought)));
    }

    /// The badge that a link of ours leads to.
    private Optional<UUID> link(String text) {
        try {
            var id = UUID.fromString(text.substring(text.lastIndexOf('/') + 1));
            return Optional.of(id).filter(it -> issuer.badge(it).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
