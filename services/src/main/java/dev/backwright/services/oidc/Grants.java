package dev.backwright.services.oidc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Codes and access tokens that were handed out. Safe for many threads.
final class Grants {

    static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    static final Duration TOKEN_LIFETIME = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<String, Grant> codes = new HashMap<>();
    private final Map<String, String> redeemed = new HashMap<>();
    private final Map<String, Grant> tokens = new HashMap<>();
    private final List<String> issued = new ArrayList<>();

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    /// A code for what somebody has allowed.
    synchronized String code(AuthorizationRequest asked, Person person) {
        String code = Client.random(24);
        codes.put(code, new Grant(asked, person, clock.instant()));
        return code;
    }

    /// What a code stands for, once. A second attempt ends what the first one got (RFC 6749, section 4.1.2).
    synchronized Optional<Grant> redeem(String code) {
        String earlier = redeemed.get(code);
        if (earlier != null) {
            tokens.remove(earlier);
            return Optional.empty();
        }
        Optional<Grant> grant = Optional.ofNullable(codes.remove(code));
        grant.ifPresent(known -> redeemed.put(code, ""));
        return grant.filter(known -> isFresh(known, CODE_LIFETIME));
    }

    /// An access token for a code that was redeemed.
    synchronized String token(String code, Grant grant) {
        String token = Client.random(32);
        tokens.put(token, new Grant(grant.asked(), grant.person(), clock.instant()));
        redeemed.put(code, token);
        return token;
    }

    synchronized Optional<Grant> of(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(known -> isFresh(known, TOKEN_LIFETIME));
    }

    private boolean isFresh(Grant grant, Duration lifetime) {
        return clock.instant().isBefore(grant.given().plus(lifetime));
    }

    /// Notes tokens the program was given.
    synchronized void issued(String... given) {
        issued.addAll(List.of(given));
    }

    /// All tokens the program was given.
    synchronized List<String> issued() {
        return List.copyOf(issued);
    }
}
