package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The accounts of an academy for many. There is always an admin who can get in, once there has been one.
@Component
@ForMany
public final class Accounts {

    private static final String COLUMNS =
            "select person, name, mail, role, suspended, signed_in_at from account ";

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Accounts(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<Account> byId(UUID person) {
        return db.sql(COLUMNS + "where person = ?").param(person).query(Accounts::row).optional();
    }

    Optional<Account> byMail(String mail) {
        return db.sql(COLUMNS + "where lower(mail) = lower(?)")
                .param(mail)
                .query(Accounts::row)
                .optional();
    }

    /// Who has this address and may lead a cohort. That it is a learner's is not told.
    public Optional<Account> instructor(String mail) {
        return byMail(mail.strip()).filter(it -> it.role().mayAct(Role.INSTRUCTOR));
    }

    /// All, by name.
    public List<Account> all() {
        return db.sql(COLUMNS + "order by lower(name), person").query(Accounts::row).list();
    }

    /// Whether anybody could let others in.
    public boolean hasAdmin() {
        return db.sql(
                        "select exists (select 1 from account where role = 'admin' and not suspended)")
                .query(Boolean.class)
                .single();
    }

    /// Within a transaction of the caller's.
    ///
    /// @param password `null` for whoever comes in by another way
    /// @throws CannotAnswer where the address has an account already
    Account open(Newcomer newcomer, Role role, @Nullable String password) {
        var person = UUID.randomUUID();
        db.sql("insert into person (id, created_at) values (?, ?)").params(person, now()).update();
        try {
            db.sql(
                            "insert into account (person, name, mail, role, password) values (:person, :name, :mail, :role, :password)")
                    .param("person", person)
                    .param("name", newcomer.name())
                    .param("mail", newcomer.mail())
                    .param("role", role.word())
                    .param("password", password)
                    .update();
        } catch (DuplicateKeyException e) {
            throw CannotAnswer.refused(
                    "There is an account with this address already. Sign in with it, or ask for a link to set a new password.",
                    List.of());
        }
        return byId(person).orElseThrow();
    }

    /// Nothing for whoever comes in by another way.
    Optional<String> password(UUID person) {
        return db.sql("select password from account where person = ? and password is not null")
                .param(person)
                .query(String.class)
                .optional();
    }

    boolean isMailKnown(UUID person) {
        return db.sql("select mail_known from account where person = ?")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    /// From now on the address is known to be theirs.
    void mailIsKnown(UUID person) {
        db.sql("update account set mail_known = true where person = ?").param(person).update();
    }

    /// Whoever else changes it waits until the caller's transaction ends.
    void hold(UUID person) {
        db.sql("select 1 from account where person = ? for update")
                .param(person)
                .query(Integer.class)
                .optional();
    }

    /// With a new one, what programs came in with is good no longer.
    void setPassword(UUID person, @Nullable String password) {
        transaction.executeWithoutResult(status -> {
            db.sql("update account set password = :password where person = :person")
                    .param("password", password)
                    .param("person", person)
                    .update();
            db.sql("delete from api_token where person = ?").param(person).update();
        });
    }

    /// By nothing that it was entered by is it entered any more.
    void closeWays(UUID person) {
        setPassword(person, null);
        db.sql("delete from passkey where person = ?").param(person).update();
    }

    boolean hasPasskey(UUID person) {
        return db.sql("select exists (select 1 from passkey where person = ?)")
                .param(person)
                .query(Boolean.class)
                .single();
    }

    void signedIn(UUID person) {
        db.sql("update account set signed_in_at = ? where person = ?")
                .params(now(), person)
                .update();
    }

    void rename(UUID person, String name) {
        db.sql("update account set name = ? where person = ?").params(name, person).update();
    }

    /// @throws CannotAnswer where it would leave no admin
    void setRole(UUID person, Role role) {
        keepingAnAdmin("update account set role = ? where person = ?", role.word(), person);
    }

    /// @throws CannotAnswer where it would leave no admin
    void setSuspended(UUID person, boolean suspended) {
        keepingAnAdmin("update account set suspended = ? where person = ?", suspended, person);
    }

    /// With all that this person made.
    ///
    /// @param before what goes with it, in one transaction
    /// @throws CannotAnswer where it would leave no admin
    void delete(Account account, Runnable before) {
        transaction.executeWithoutResult(status -> {
            before.run();
            // what they were invited by holds their address
            db.sql("delete from invitation where lower(mail) = lower(?)")
                    .param(account.mail())
                    .update();
            keepingAnAdmin("delete from person where id = ?", account.person());
        });
    }

    /// Two who do this at once wait for each other, so that the second sees what the first has left.
    private void keepingAnAdmin(String change, Object... values) {
        transaction.executeWithoutResult(status -> {
            db.sql("lock table account in share row exclusive mode").update();
            db.sql(change).params(values).update();
            if (!hasAdmin()) {
                throw CannotAnswer.notNow(
                        "The academy would be without an admin. Make somebody else one first.");
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Account row(ResultSet row, int number) throws SQLException {
        var at = row.getObject("signed_in_at", OffsetDateTime.class);
        Instant signedIn = at == null ? null : at.toInstant();
        return new Account(
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("mail"),
                Role.of(row.getString("role")),
                row.getBoolean("suspended"),
                signedIn);
    }
}
