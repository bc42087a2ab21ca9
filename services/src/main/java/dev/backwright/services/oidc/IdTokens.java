package dev.backwright.services.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import dev.backwright.services.ServiceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes ID tokens (OpenID Connect Core 1.0, section 2).
///
/// @param forgery how they differ from what they should be
record IdTokens(SigningKeys keys, Forgery forgery) {

    static final int LIFETIME_SECONDS = 300;

    String of(String issuer, Client client, Grant grant, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", client.id());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + LIFETIME_SECONDS);
        claims.put("auth_time", grant.given().getEpochSecond());
        grant.asked().get("nonce").ifPresent(nonce -> claims.put("nonce", nonce));
        claims.putAll(grant.claims());
        return signed(new Payload(forgery.applied(claims)));
    }

    private String signed(Payload payload) {
        RSAKey key = keys.signing();
        try {
            return switch (forgery.signature()) {
                case GOOD -> signed(payload, JWSAlgorithm.RS256, key, new RSASSASigner(key));
                case STRANGER ->
                        signed(payload, JWSAlgorithm.RS256, key, new RSASSASigner(keys.stranger()));
                case PUBLIC_KEY ->
                        signed(payload, JWSAlgorithm.HS256, key, new MACSigner(pem(key)));
                case NONE -> new PlainObject(new PlainHeader(), payload).serialize();
            };
        } catch (JOSEException e) {
            throw new ServiceException("An ID token could not be signed: " + e.getMessage(), e);
        }
    }

    private static String signed(
            Payload payload, JWSAlgorithm algorithm, RSAKey key, JWSSigner signer)
            throws JOSEException {
        var header =
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build();
        var token = new JWSObject(header, payload);
        token.sign(signer);
        return token.serialize();
    }

    private static byte[] pem(RSAKey key) throws JOSEException {
        String lines =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.toRSAPublicKey().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
