package dev.backwright.services.oidc;

import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;

/// The program, as it is registered with a provider.
///
/// @param redirectUri the only address people are sent back to, compared letter by letter
public record Client(String id, String secret, String redirectUri) {

    /// Where people come back to: the server as its visitors know it.
    private static final String REDIRECT_URI = "http://localhost/callback";

    static Client registered() {
        return new Client("client-" + random(6), random(32), REDIRECT_URI);
    }

    /// A text nobody guesses.
    static String random(int bytes) {
        byte[] some = new byte[bytes];
        new SecureRandom().nextBytes(some);
        return Base64URL.encode(some).toString();
    }
}
