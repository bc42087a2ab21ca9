package dev.backwright.academy.badges;

import dev.backwright.academy.platform.ForMany;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The keys of badges, common to all academies on this database; one signs at a time. They are asked for each time, so that a key that is retired, or taken away, is so at once.
@Component
@ForMany
public final class BadgeKeys {

    private static final String KEYS =
            "select id, public_key, private_key, retired_at from badge_key ";

    private final JdbcClient db;
    private final Issuer issuer;
    private final Clock clock;

    BadgeKeys(JdbcClient db, Issuer issuer, Clock clock) {
        this.db = db;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// The one that signs; made when it is first asked for.
    BadgeKey present() {
        return signing()
                .orElseGet(() -> {
                    make();
                    return signing().orElseThrow();
                });
    }

    private Optional<BadgeKey> signing() {
        return db.sql(KEYS + "where retired_at is null").query(BadgeKeys::row).optional();
    }

    private void make() {
        var pair = generator().generateKeyPair();
        db.sql(
                        """
                        insert into badge_key (id, public_key, private_key, made_at) values (?, ?, ?, ?)
                        on conflict do nothing\
                        """)
                .params(
                        UUID.randomUUID(),
                        pair.getPublic().getEncoded(),
                        pair.getPrivate().getEncoded(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<BadgeKey> find(UUID id) {
        return db.sql(KEYS + "where id = ?").param(id).query(BadgeKeys::row).optional();
    }

    /// A public key as a JWK.
    public Optional<Map<String, Object>> jwk(UUID id) {
        return find(id).map(this::jwk);
    }

    /// All public keys, the retired ones as well, as a JWK set (RFC 7517).
    public Map<String, Object> jwks() {
        List<Map<String, Object>> keys =
                db.sql(KEYS + "order by made_at desc").query(BadgeKeys::row).list().stream()
                        .map(this::jwk)
                        .toList();
        return Map.of("keys", keys);
    }

    private Map<String, Object> jwk(BadgeKey key) {
        return key.jwk(issuer.key(key.id())).toJSONObject();
    }

    private static BadgeKey row(ResultSet row, int number) throws SQLException {
        var retired = row.getObject("retired_at", OffsetDateTime.class);
        var secret = row.getBytes("private_key");
        try {
            var keys = KeyFactory.getInstance("Ed25519");
            return new BadgeKey(
                    row.getObject("id", UUID.class),
                    keys.generatePublic(new X509EncodedKeySpec(row.getBytes("public_key"))),
                    secret == null ? null : keys.generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    retired == null ? null : retired.toInstant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a row of badge_key holds no key of Ed25519", e);
        }
    }

    private static KeyPairGenerator generator() {
        try {
            return KeyPairGenerator.getInstance("Ed25519");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 comes with every Java", e);
        }
    }
}
