package apis.jwt;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// What the lab on tokens tries at a learner's server, for tokens of ours.
public final class Attack {

    private Attack() {}

    /// Tokens that are to be refused, by what is wrong with them: as the end of "A token …".
    ///
    /// @param good whose claims they borrow
    /// @param other another good one
    public static Map<String, String> with(String good, String other) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var pem =
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n";
            var token = Jws.read(good).header("alg", "RS256");
            return Tricks.of(new Forgery(pair.getPrivate(), pem), token, other);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows RSA", e);
        }
    }
}
