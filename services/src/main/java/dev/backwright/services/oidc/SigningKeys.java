package dev.backwright.services.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The keys of one provider: it publishes two, the one it signed with before and the one it signs with. Safe for many threads.
final class SigningKeys {

    private final KeyStock stock;
    private final List<String> ids = new ArrayList<>();
    private int current = 1;

    SigningKeys(KeyStock stock) {
        this.stock = stock;
        key(current); // made before anybody waits for an answer
    }

    /// From now on another one signs.
    synchronized void rotate() {
        current++;
        key(current);
    }

    synchronized RSAKey signing() {
        return key(current);
    }

    /// One that is not published, under the signing key's name.
    synchronized RSAKey stranger() {
        return key(0, id(current));
    }

    /// What is published of them.
    synchronized Map<String, Object> published() {
        return new JWKSet(List.of(key(current - 1), key(current))).toJSONObject(true);
    }

    private RSAKey key(int generation) {
        return key(generation + 1, id(generation));
    }

    private RSAKey key(int number, String id) {
        var pair = stock.get(number);
        return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyID(id)
                .build();
    }

    private String id(int generation) {
        while (ids.size() <= generation) {
            ids.add("key-" + Client.random(6));
        }
        return ids.get(generation);
    }
}
