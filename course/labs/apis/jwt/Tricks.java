package apis.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What attackers try with a token's algorithm and signature (RFC 8725, section 2).
final class Tricks {

    private Tricks() {}

    /// Tokens that are to be refused, by what is wrong with them: as the end of "A token …".
    ///
    /// @param token a good one, if it were signed
    /// @param genuine another user's, which the server has issued
    static Map<String, String> of(Forgery forgery, Jws token, String genuine) {
        var all = new LinkedHashMap<String, String>();
        String good = forgery.signed(token);
        String signature = good.substring(good.lastIndexOf('.') + 1);
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            Jws unsigned = token.header("alg", none);
            all.put("with `alg` `" + none + "` and no signature", unsigned.input() + ".");
            all.put(
                    "with `alg` `" + none + "` and a signature",
                    unsigned.input() + "." + signature);
        }
        Jws hmac = token.header("alg", "HS256");
        String file = "with `alg` HS256 and the file of the public key as secret";
        all.put(file, hmac.hmac(forgery.publicPem().getBytes(UTF_8)));
        all.put(file + ", trimmed", hmac.hmac(forgery.publicPem().strip().getBytes(UTF_8)));
        all.put(file + ", decoded", hmac.hmac(Keys.bytes(forgery.publicPem())));
        for (String other : List.of("RS384", "RS512", "PS256")) {
            String what = "with `alg` " + other + ", signed by the current key";
            all.put(what, forgery.signed(token.header("alg", other)));
        }
        all.put("without `alg`", token.header("alg", null).input() + "." + signature);
        all.put("without a signature", token.input() + ".");
        all.put("without the third part", token.input());
        all.put("with the signature of another token", token.input() + "." + end(genuine));
        all.put("with a signature of zeros", token.sealed(new byte[256]));
        all.put("with a fourth part", good + ".e30");
        all.put("that brings its own key along in `jwk`", withOwnKey(token));
        all.put("that is none", "token");
        all.put("of three parts that are no JSON", "a.b.c");
        return all;
    }

    private static String end(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static String withOwnKey(Jws token) {
        KeyPair own = own();
        var key = (RSAPublicKey) own.getPublic();
        Map<String, Object> jwk =
                Map.of(
                        "kty", "RSA",
                        "n", encoded(key.getModulus().toByteArray()),
                        "e", encoded(key.getPublicExponent().toByteArray()));
        return token.header("jwk", jwk).signed(own.getPrivate());
    }

    private static KeyPair own() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows RSA", e);
        }
    }

    /// Without the sign that Java writes in front.
    private static String encoded(byte[] number) {
        int from = number[0] == 0 ? 1 : 0;
        byte[] bytes = java.util.Arrays.copyOfRange(number, from, number.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
