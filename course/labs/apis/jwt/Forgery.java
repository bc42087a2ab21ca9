package apis.jwt;

import dev.backwright.checks.Workspace;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;

/// Tokens that the server has not issued, made with the keys of the starter and with others.
///
/// @param key the one that signs
/// @param publicPem the file of its public half
record Forgery(PrivateKey key, String publicPem) {

    static final String KID = "2026-11";
    static final String PREVIOUS_KID = "2026-08";
    static final String RETIRED_KID = "2026-05";
    static final String ISSUER = "https://auth.parcels.example";
    static final String AUDIENCE = "parcels";

    static Forgery of(Workspace workspace) {
        return new Forgery(
                Keys.read(workspace.file("keys/" + KID + ".private.pem").text()),
                workspace.file("keys/" + KID + ".pem").text());
    }

    /// As the server should issue it for that user.
    static Jws token(User user) {
        long now = Instant.now().getEpochSecond();
        return new Jws(
                Map.of("alg", "RS256", "typ", "at+jwt", "kid", KID),
                Map.of(
                        "iss", ISSUER, "aud", AUDIENCE, "sub", user.id(), "iat", now - 1, "exp",
                        now + 299));
    }

    /// A token as the server should issue it, signed by the key that signs.
    String signed(Jws token) {
        return token.signed(key);
    }
}
