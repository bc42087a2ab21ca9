package dev.backwright.academy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What somebody might make of a badge, written by hand, so that nothing of ours is believed.
record ForgedBadge(String token) {

    private static final Base64.Encoder TO = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM = Base64.getUrlDecoder();

    /// What every public key of Ed25519 begins with in X.509 (RFC 8410).
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private String part(int which) {
        return token.split("\\.", -1)[which];
    }

    private ObjectNode header() {
        return (ObjectNode) JsonMapper.shared().readTree(FROM.decode(part(0)));
    }

    private static String encoded(Object json) {
        return TO.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Whether it is signed by a key, as a JWK.
    boolean isSignedBy(JsonNode key) throws GeneralSecurityException {
        var point = FROM.decode(key.path("x").asString());
        var encoded = new byte[PREFIX.length + point.length];
        System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
        System.arraycopy(point, 0, encoded, PREFIX.length, point.length);
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update((part(0) + "." + part(1)).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(FROM.decode(part(2)));
    }

    String unsigned() {
        return encoded(header().put("alg", "none")) + "." + part(1) + ".";
    }

    String byThePublicKeyAsASecret() throws GeneralSecurityException {
        var header = header();
        var secret = FROM.decode(header.path("jwk").path("x").asString());
        header.put("alg", "HS256");
        header.remove("jwk");
        var input = encoded(header) + "." + part(1);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return input + "." + TO.encodeToString(mac.doFinal(bytes(input)));
    }

    String byAnotherKeyInItsHeader() throws GeneralSecurityException {
        var pair = pair();
        var header = header();
        header.remove("kid");
        var encoded = pair.getPublic().getEncoded();
        var point = Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
        ((ObjectNode) header.path("jwk")).put("x", TO.encodeToString(point)).remove("kid");
        return signed(encoded(header) + "." + part(1), pair);
    }

    String byAnotherKeyInOurName() throws GeneralSecurityException {
        return signed(part(0) + "." + part(1), pair());
    }

    String inAnotherName(String name) {
        var claims = (ObjectNode) JsonMapper.shared().readTree(FROM.decode(part(1)));
        ((ObjectNode) claims.path("credentialSubject").path("identifier").path(0))
                .put("identityHash", name);
        return part(0) + "." + encoded(claims) + "." + part(2);
    }

    /// The bits that the last letter has to spare are set: the same signature, and not what was given.
    String withAnotherSpelling() {
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + (char) (last + 1);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static String signed(String input, KeyPair pair) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(bytes(input));
        return input + "." + TO.encodeToString(signature.sign());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
