package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which accounts are linked with whom at which provider.
@Component
@ForMany
final class Identities {

    private final JdbcClient db;
    private final AuditLog audit;
    private final Clock clock;

    Identities(JdbcClient db, AuditLog audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<UUID> personOf(Identity identity) {
        return db.sql("select person from provider_identity where issuer = ? and subject = ?")
                .params(identity.issuer(), identity.subject())
                .query(UUID.class)
                .optional();
    }

    /// The issuers of all that are linked with this person.
    List<String> issuers(UUID person) {
        return db.sql("select issuer from provider_identity where person = ? order by linked_at")
                .param(person)
                .query((row, number) -> row.getString("issuer"))
                .list();
    }

    /// Within a transaction of the caller's.
    void link(Account account, Identity identity) {
        try {
            db.sql(
                            """
                            insert into provider_identity (issuer, subject, person, linked_at)
                            values (?, ?, ?, ?)\
                            """)
                    .params(
                            identity.issuer(),
                            identity.subject(),
                            account.person(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Identity.refused(
                    "The account with the address %s is linked with somebody else at %s. Sign in as before, and unlink that first."
                            .formatted(account.mail(), identity.provider()));
        }
        audit.write(
                account,
                "linked",
                "their account with " + identity.provider(),
                new AccountChange(
                        account, AccountChange.Kind.PROVIDER_LINKED, identity.provider()));
    }

    void unlink(Account account, String issuer, String provider) {
        int gone =
                db.sql("delete from provider_identity where person = ? and issuer = ?")
                        .params(account.person(), issuer)
                        .update();
        if (gone > 0) {
            audit.write(
                    account,
                    "unlinked",
                    "their account from " + provider,
                    new AccountChange(account, AccountChange.Kind.PROVIDER_UNLINKED, provider));
        }
    }
}
