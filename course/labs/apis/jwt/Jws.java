package apis.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.checks.Unmet;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A token in the making: what is signed, RFC 7515 section 5.1.
record Jws(Map<String, Object> header, Map<String, Object> claims) {

    /// The same with this in its header; without it where the value is `null`.
    Jws header(String name, @Nullable Object value) {
        return new Jws(with(header, name, value), claims);
    }

    /// The same with this claim; without it where the value is `null`.
    Jws claim(String name, @Nullable Object value) {
        return new Jws(header, with(claims, name, value));
    }

    private static Map<String, Object> with(
            Map<String, Object> given, String name, @Nullable Object value) {
        var all = new TreeMap<>(given);
        if (value == null) {
            all.remove(name);
        } else {
            all.put(name, value);
        }
        return all;
    }

    /// With the signature that its `alg` asks for: RS256, RS384, RS512 or PS256.
    String signed(PrivateKey key) {
        try {
            String alg = String.valueOf(header.get("alg"));
            Signature signature =
                    alg.equals("PS256")
                            ? Signature.getInstance("RSASSA-PSS")
                            : Signature.getInstance("SHA" + alg.substring(2) + "withRSA");
            if (alg.equals("PS256")) {
                var digest = MGF1ParameterSpec.SHA256;
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", digest, 32, 1));
            }
            signature.initSign(key);
            signature.update(input().getBytes(US_ASCII));
            return sealed(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token could not be signed: " + e, e);
        }
    }

    /// With an HMAC, whatever its `alg` says.
    String hmac(byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return sealed(mac.doFinal(input().getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a token could not be signed: " + e, e);
        }
    }

    /// With these bytes as its signature.
    String sealed(byte[] signature) {
        return input() + "." + encoded(signature);
    }

    /// Header and payload, as they are signed.
    String input() {
        return encoded(JsonText.of(header).getBytes(UTF_8))
                + "."
                + encoded(JsonText.of(claims).getBytes(UTF_8));
    }

    /// Reads a token that a server has issued. One that is none fails the check.
    static Jws read(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            if (parts.length == 3) {
                return new Jws(
                        JsonText.object(decoded(parts[0])), JsonText.object(decoded(parts[1])));
            }
        } catch (IllegalArgumentException noToken) {
            // told below
        }
        throw new Unmet("Expected a JWT in compact form as access token; seen " + token);
    }

    /// Whether the key of that PEM file signed this token by RS256.
    static boolean isSignedBy(String publicPem, String token) {
        try {
            int end = token.lastIndexOf('.');
            var spec = new X509EncodedKeySpec(Keys.bytes(publicPem));
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
            signature.update(token.substring(0, end).getBytes(US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String payload(String token) {
        return decoded(token.split("\\.", -1)[1]);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
