package dev.backwright.services.oidc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How what a provider says of people differs from what it should be. Safe for many threads.
public final class Forgery {

    private final Map<String, Optional<Object>> claims = new LinkedHashMap<>();
    private Signature signature = Signature.GOOD;

    /// How a token is signed.
    public enum Signature {
        GOOD,
        /// By a key that is not published, under the name of one that is.
        STRANGER,
        /// Not at all: `alg` is `none`.
        NONE,
        /// As HS256, with the public key as the secret.
        PUBLIC_KEY
    }

    /// From now on this claim has that value.
    ///
    /// @param value `null` to leave it out
    public synchronized void claim(String name, @Nullable Object value) {
        claims.put(name, Optional.ofNullable(value));
    }

    public synchronized void signature(Signature how) {
        signature = how;
    }

    /// From now on everything is as it should be.
    public synchronized void end() {
        claims.clear();
        signature = Signature.GOOD;
    }

    synchronized Signature signature() {
        return signature;
    }

    synchronized Map<String, Object> applied(Map<String, Object> honest) {
        Map<String, Object> forged = new LinkedHashMap<>(honest);
        claims.forEach((name, value) -> {
            if (value.isPresent()) {
                forged.put(name, value.get());
            } else {
                forged.remove(name);
            }
        });
        return forged;
    }
}
