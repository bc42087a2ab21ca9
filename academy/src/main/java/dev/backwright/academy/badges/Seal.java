package dev.backwright.academy.badges;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Objects;

/// Signs and checks by Ed25519 (RFC 8037). The algorithm is never read from what is checked.
final class Seal {

    private static final String ALGORITHM = "Ed25519";

    private Seal() {}

    /// A JWT in its compact form. Its header has the address of the key and the key itself: by the first others find it, by the second they
    /// may read what is signed without asking us (Open Badges 3.0, 8.2.3).
    ///
    /// @param address of the key
    static String sign(String payload, BadgeKey key, String address) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.EdDSA)
                        .type(JOSEObjectType.JWT)
                        .keyID(address)
                        .jwk(key.jwk(address))
                        .build();
        var input = new JWSObject(header, new Payload(payload)).getSigningInput();
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(Objects.requireNonNull(key.secret()));
            signature.update(input);
            return new String(input, StandardCharsets.US_ASCII)
                    + "."
                    + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of badges signs nothing", e);
        }
    }

    static boolean holds(JWSObject token, PublicKey key) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(token.getSigningInput());
            return signature.verify(token.getSignature().decode());
        } catch (SignatureException e) {
            return false; // of another length
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 comes with every Java", e);
        }
    }
}
