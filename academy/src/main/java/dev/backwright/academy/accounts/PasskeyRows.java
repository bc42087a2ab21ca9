package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which passkeys there are, and by what authenticators know their owners.
@Component
@ForMany
final class PasskeyRows {

    private static final String COLUMNS =
            "select passkey.*, handle from passkey join passkey_handle using (person) ";

    private static final int HANDLE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Clock clock;
    private final TokenRows tokens;

    PasskeyRows(JdbcClient db, Clock clock, TokenRows tokens) {
        this.db = db;
        this.clock = clock;
        this.tokens = tokens;
    }

    /// Made when it is first asked for.
    String handle(UUID person) {
        var random = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(random);
        db.sql("insert into passkey_handle (person, handle) values (?, ?) on conflict do nothing")
                .params(person, Base64.getUrlEncoder().withoutPadding().encodeToString(random))
                .update();
        return db.sql("select handle from passkey_handle where person = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    Optional<UUID> personOf(String handle) {
        return db.sql("select person from passkey_handle where handle = ?")
                .param(handle)
                .query(UUID.class)
                .optional();
    }

    /// The latest first.
    List<Passkey> of(UUID person) {
        return db.sql(COLUMNS + "where person = ? order by made_at desc, id")
                .param(person)
                .query(PasskeyRows::row)
                .list();
    }

    Optional<Passkey> byCredential(String credential) {
        return db.sql(COLUMNS + "where credential = ?")
                .param(credential)
                .query(PasskeyRows::row)
                .optional();
    }

    /// @throws org.springframework.dao.DuplicateKeyException where it is kept already
    void add(UUID person, String name, Passkey.Credential credential) {
        db.sql(
                        """
                        insert into passkey (id, person, credential, public_key, attestation, sign_count, backup_eligible, backed_up, name, made_at)
                        values (:id, :person, :credential, :key, :attestation, :count, :eligible, :backed, :name, :now)\
                        """)
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("credential", credential.id())
                .param("key", credential.publicKey())
                .param("attestation", credential.attestation())
                .param("count", credential.count())
                .param("eligible", credential.backupEligible())
                .param("backed", credential.backedUp())
                .param("name", name)
                .param("now", now())
                .update();
    }

    /// @return whether it is here, and its count went on or it counts nothing
    boolean used(String credential, long count) {
        return db.sql(
                                """
                                update passkey set sign_count = :count, used_at = :now
                                where credential = :credential and (sign_count < :count or (sign_count = 0 and :count = 0))\
                                """)
                        .param("count", count)
                        .param("now", now())
                        .param("credential", credential)
                        .update()
                > 0;
    }

    /// With the tokens that were made by passkey.
    void remove(Account owner, UUID id) {
        db.sql("delete from passkey where id = ?").param(id).update();
        tokens.removeThoseByPasskey(owner);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Passkey row(ResultSet row, int number) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new Passkey(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant(),
                new Passkey.Credential(
                        row.getString("credential"),
                        row.getString("handle"),
                        row.getString("public_key"),
                        row.getString("attestation"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible"),
                        row.getBoolean("backed_up")));
    }
}
