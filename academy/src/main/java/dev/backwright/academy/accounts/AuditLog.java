package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was done to accounts and with others' rights, for those who answer for it. Lines are added, and never changed but
/// for the names of those who leave.
@Component
@ForMany
public final class AuditLog {

    private static final int SHOWN = 200;
    private static final String GONE = "somebody who has left";

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditLog(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /// One line.
    ///
    /// @param actor who did it, by the name of then
    /// @param action in a word or two: `made an admin of`
    /// @param subject to whom or what
    public record Entry(Instant at, String actor, String action, String subject) {}

    /// @param actor `null` for the academy itself
    public void write(@Nullable Account actor, String action, String subject) {
        write(actor, action, subject, (UUID) null);
    }

    public void write(@Nullable Account actor, String action, Account subject) {
        write(actor, action, subject.name(), subject.person());
    }

    /// @param subjectPerson whose name the subject is: it goes with them
    public void write(
            @Nullable Account actor, String action, String subject, @Nullable UUID subjectPerson) {
        db.sql(
                        """
                        insert into audit (at, actor, actor_name, action, subject, subject_person)
                        values (:at, :actor, :name, :action, :subject, :person)\
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor == null ? null : actor.person())
                .param("name", actor == null ? "The academy" : actor.name())
                .param("action", action)
                .param("subject", subject)
                .param("person", subjectPerson)
                .update();
    }

    /// One line of which the owner of the account hears as well, from whoever listens.
    void write(Account actor, String action, String subject, AccountChange change) {
        write(actor, action, subject, (UUID) null);
        events.publishEvent(change);
    }

    /// Keeps what was done, and no longer who it was: neither the name nor the address by which they were invited.
    void forget(Account own) {
        db.sql("update audit set actor_name = ? where actor = ?")
                .params(GONE, own.person())
                .update();
        db.sql("update audit set subject = ? where subject_person = ?")
                .params(GONE, own.person())
                .update();
        db.sql(
                        """
                        update audit set subject = :gone || ' as ' || split_part(subject, ' as ', 2)
                        where action = 'invited' and lower(split_part(subject, ' as ', 1)) = lower(:mail)\
                        """)
                .param("gone", GONE)
                .param("mail", own.mail())
                .update();
    }

    /// The latest first.
    public List<Entry> latest() {
        return db.sql("select at, actor_name, action, subject from audit order by id desc limit ?")
                .param(SHOWN)
                .query((row, number) ->
                        new Entry(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("actor_name"),
                                row.getString("action"),
                                row.getString("subject")))
                .list();
    }
}
