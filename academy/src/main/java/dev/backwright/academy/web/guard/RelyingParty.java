package dev.backwright.academy.web.guard;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.stereotype.Component;

/// To whom passkeys of this academy are bound: the name of its host, and its one origin. A number is no name.
@Component
@ForMany
public final class RelyingParty {

    private static final String NAME = "Backwright";

    private final Optional<String> name;
    private final String origin;

    RelyingParty(Premises premises) {
        var site = premises.places().site();
        this.name = site.name();
        this.origin =
                site.url() == null
                        ? "http://localhost:" + premises.solo().port().number()
                        : premises.url();
    }

    /// Why the page that is being made can do nothing with passkeys, in a sentence; nothing where it can.
    public Optional<String> obstacle() {
        if (name.isEmpty()) {
            return Optional.of(
                    "Passkeys want a name, and this academy is reached by a number: its operator can set BACKWRIGHT_URL to a name of its host.");
        }
        return isHere()
                ? Optional.empty()
                : Optional.of("Passkeys want a name: open this page at %s.".formatted(origin));
    }

    private boolean isHere() {
        return Visitors.request()
                .map((HttpServletRequest it) -> it.getHeader("Host"))
                .filter(host -> origin.endsWith("://" + host))
                .isPresent();
    }

    String id() {
        return name.orElseThrow();
    }

    PublicKeyCredentialRpEntity entity() {
        return PublicKeyCredentialRpEntity.builder().id(name.orElse("")).name(NAME).build();
    }

    Set<String> origins() {
        return Set.of(origin);
    }
}
