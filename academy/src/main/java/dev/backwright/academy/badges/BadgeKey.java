package dev.backwright.academy.badges;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key of Ed25519 by which badges are signed, or were.
///
/// @param secret `null` where it was thrown away
/// @param retiredAt from then on it signs nothing; `null` for the present one
record BadgeKey(UUID id, PublicKey open, @Nullable PrivateKey secret, @Nullable Instant retiredAt) {

    /// The point itself is the end of its X.509 encoding (RFC 8410, section 4).
    private static final int POINT = 32;

    /// As others read it (RFC 8037).
    ///
    /// @param address by which it is known
    OctetKeyPair jwk(String address) {
        var encoded = open.getEncoded();
        var point = Arrays.copyOfRange(encoded, encoded.length - POINT, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
                .keyID(address)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .build();
    }

    /// Whether it may have signed something of then.
    boolean isOf(Instant then) {
        return retiredAt == null || then.isBefore(retiredAt);
    }
}
