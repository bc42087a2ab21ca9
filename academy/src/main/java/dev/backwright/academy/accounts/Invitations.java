package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The links by which people come in. Whoever has the link has what it is for, so it is shown once, to be handed over.
@Component
@ForMany
public final class Invitations {

    /// How long a link opens anything.
    public static final Duration LASTS = Duration.ofDays(7);

    public static final Duration RECOVERY_LASTS = Duration.ofHours(24);

    /// Mail is read at once, or not at all.
    public static final Duration MAILED_RECOVERY_LASTS = Duration.ofHours(1);

    /// As large as a year of a school.
    static final int MOST_USES = 1000;

    private static final String COLUMNS =
            """
            select invitation.id, invitation.role, invitation.mail, invitation.person, invitation.expires_at,
                   invitation.uses_left, coalesce(maker.name, '') as made_by
            from invitation left join account maker on maker.person = invitation.made_by\
            """;

    private final JdbcClient db;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(JdbcClient db, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// A link for new accounts.
    ///
    /// @param by who invites; `null` for the academy itself
    /// @param mail the only address it is for; `null` for any
    /// @param uses how many accounts can be made with it, from 1 to 1,000
    /// @return the token of the link, which nobody can ask for again
    public String invite(@Nullable Account by, Role role, @Nullable String mail, int uses) {
        var objections = mail == null ? List.<String>of() : new Newcomer("-", mail).objections();
        if (!objections.isEmpty()) {
            throw CannotAnswer.refused(objections.getFirst(), objections);
        }
        if (uses < 1 || uses > MOST_USES) {
            throw CannotAnswer.refused(
                    "A link is for 1 to %,d people.".formatted(MOST_USES), List.of());
        }
        var token = Token.random();
        insert(token, by, LASTS)
                .param("role", role.word())
                .param("mail", mail)
                .param("person", null)
                .param("uses", uses)
                .update();
        audit.write(
                by,
                "invited",
                "%s as %s".formatted(mail == null ? people(uses) : mail, role.word()));
        return token.text();
    }

    private static String people(int count) {
        return count == 1 ? "somebody" : count + " people";
    }

    /// A link for the first admin, in place of earlier ones.
    public String inviteFirstAdmin() {
        db.sql("delete from invitation where role = 'admin' and made_by is null").update();
        return invite(null, Role.ADMIN, null, 1);
    }

    /// A link to set a new password; earlier ones to this account open nothing any more.
    public String recover(Account by, Account whose) {
        db.sql("delete from invitation where person = ?").param(whose.person()).update();
        audit.write(by, "made a link for a new password of", whose);
        events.publishEvent(new AccountChange(whose, AccountChange.Kind.LINK_MADE));
        return recovery(by, whose, RECOVERY_LASTS);
    }

    /// The same for whoever asked for it at the door; what an admin made for them stays good.
    String recoverByMail(Account whose) {
        db.sql("delete from invitation where person = ? and made_by is null")
                .param(whose.person())
                .update();
        audit.write(null, "mailed a link for a new password to", whose);
        return recovery(null, whose, MAILED_RECOVERY_LASTS);
    }

    private String recovery(@Nullable Account by, Account whose, Duration lasts) {
        var token = Token.random();
        insert(token, by, lasts)
                .param("role", null)
                .param("mail", null)
                .param("person", whose.person())
                .param("uses", 1)
                .update();
        return token.text();
    }

    /// Another link to the same; the former one opens nothing.
    ///
    /// @return its token; nothing where there is no such invitation, or it is used up or too old
    public Optional<String> renew(UUID id) {
        var token = Token.random();
        int renewed =
                db.sql(
                                """
                                update invitation set token_hash = ?
                                where id = ? and person is null and uses_left > 0 and expires_at > ?\
                                """)
                        .params(token.hash(), id, now())
                        .update();
        return renewed > 0 ? Optional.of(token.text()) : Optional.empty();
    }

    /// The same, for an admin to hand over.
    public Optional<String> renew(Account by, UUID id) {
        var token = renew(id);
        token.ifPresent(it -> audit.write(by, "made another link of", "an invitation"));
        return token;
    }

    private JdbcClient.StatementSpec insert(Token token, @Nullable Account by, Duration lasts) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return db.sql(
                        """
                        insert into invitation (id, token_hash, role, mail, person, made_by, made_at, expires_at, uses_left)
                        values (:id, :hash, :role, :mail, :person, :by, :now, :end, :uses)\
                        """)
                .param("id", UUID.randomUUID())
                .param("hash", token.hash())
                .param("by", by == null ? null : by.person())
                .param("now", now)
                .param("end", now.plus(lasts));
    }

    /// What this token still opens.
    public Optional<Invitation> open(String token) {
        return found(token, "");
    }

    /// The same, held until the caller's transaction ends.
    Optional<Invitation> hold(String token) {
        return found(token, " for update of invitation");
    }

    private Optional<Invitation> found(String token, String end) {
        return db.sql(COLUMNS + " where token_hash = ? and uses_left > 0 and expires_at > ?" + end)
                .params(new Token(token).hash(), now())
                .query(Invitations::row)
                .optional();
    }

    /// One use less, written down; whoever listens does their part in the same transaction.
    void use(Invitation invitation, Account by, String action, String subject) {
        db.sql("update invitation set uses_left = uses_left - 1 where id = ?")
                .param(invitation.id())
                .update();
        audit.write(by, action, subject);
        events.publishEvent(new Joined(by, invitation));
        if (invitation.person() != null) {
            events.publishEvent(new AccountChange(by, AccountChange.Kind.PASSWORD_SET));
        }
    }

    /// Those that still open something, the newest first.
    public List<Invitation> all() {
        return db.sql(COLUMNS + " where uses_left > 0 and expires_at > ? order by made_at desc")
                .param(now())
                .query(Invitations::row)
                .list();
    }

    /// From now on it opens nothing.
    public void revoke(Account by, UUID id) {
        if (db.sql("delete from invitation where id = ?").param(id).update() > 0) {
            audit.write(by, "took back", "an invitation");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Invitation row(ResultSet row, int number) throws SQLException {
        var role = row.getString("role");
        return new Invitation(
                row.getObject("id", UUID.class),
                role == null ? null : Role.of(role),
                row.getString("mail"),
                row.getObject("person", UUID.class),
                row.getString("made_by"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("uses_left"));
    }
}
