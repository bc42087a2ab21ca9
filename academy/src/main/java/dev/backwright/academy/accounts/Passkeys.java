package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The passkeys of all. Whether one is good, the guard finds out, which knows WebAuthn.
@Component
@ForMany
public final class Passkeys {

    /// For one account.
    public static final int MOST = 20;

    public static final int LONGEST_NAME = 80;

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private final PasskeyRows rows;
    private final Accounts accounts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Passkeys(PasskeyRows rows, Accounts accounts, AuditLog audit, TransactionTemplate transaction) {
        this.rows = rows;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// The latest first.
    public List<Passkey> of(UUID person) {
        return rows.of(person);
    }

    /// By what authenticators know this person: random, and the same for all of their passkeys.
    public String handle(UUID person) {
        return rows.handle(person);
    }

    public Optional<Account> owner(String handle) {
        return rows.personOf(handle).flatMap(accounts::byId);
    }

    public Optional<Passkey> byCredential(String credential) {
        return rows.byCredential(credential);
    }

    /// Keeps one whose making was proved.
    ///
    /// @throws CannotAnswer where it has no name, is there already, or there are 20
    public void keep(String name, Passkey.Credential credential) {
        var own = owner(credential.handle()).orElseThrow();
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw refused("A passkey's name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        try {
            transaction.executeWithoutResult(status -> {
                accounts.hold(own.person());
                if (rows.of(own.person()).size() >= MOST) {
                    throw refused("You have %d passkeys. Remove one first.".formatted(MOST));
                }
                rows.add(own.person(), called, credential);
                audit.write(
                        own,
                        "made",
                        "a passkey",
                        new AccountChange(own, AccountChange.Kind.PASSKEY_MADE));
            });
        } catch (DuplicateKeyException e) {
            throw refused("This passkey is here already.");
        }
    }

    /// It has signed once more.
    ///
    /// @return whether it is here, and its count went on as it has to
    public boolean used(String credential, long count) {
        return rows.used(credential, count);
    }

    /// Its count went back: there may be a copy of it, and who signed now need not be its owner. Of one that is not here there is
    /// nothing to say.
    public void wentBack(String credential) {
        rows.byCredential(credential)
                .flatMap(it -> accounts.byId(it.person()))
                .ifPresent(owner -> {
                    LOG.warn(
                            "A passkey of person {} was refused: its count went back",
                            owner.person());
                    audit.write(null, "refused, since its count went back, a passkey of", owner);
                });
    }

    /// From now on it opens nothing, nor does any token that was made after coming in by one: by which, is not known.
    ///
    /// @param needed whether one has to stay
    /// @throws CannotAnswer where there is none, or none of theirs, or it is the last one and needed
    void remove(Account own, UUID id, BooleanSupplier needed) {
        transaction.executeWithoutResult(status -> {
            accounts.hold(own.person());
            var all = rows.of(own.person());
            if (all.stream().noneMatch(it -> it.id().equals(id))) {
                throw CannotAnswer.notFound("There is no such passkey.");
            }
            if (all.size() == 1 && needed.getAsBoolean()) {
                throw refused(
                        "This passkey is your only way to what you do here. Make another first.");
            }
            rows.remove(own, id);
            audit.write(
                    own,
                    "removed",
                    "a passkey",
                    new AccountChange(own, AccountChange.Kind.PASSKEY_REMOVED));
        });
    }

    private static CannotAnswer refused(String says) {
        return CannotAnswer.refused(says, List.of());
    }
}
