package dev.backwright.academy.letters;

import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Letters as they lie in the database until they are sent.
@Component
@ForMany
final class LetterRows {

    private static final String COLUMNS =
            "select id, mail, invitation, written_at, tries, trouble from letter ";

    private final JdbcClient db;
    private final Clock clock;

    LetterRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @return its id; of a link for a new password that is still to go out, of that one, as if it had been written now
    UUID add(String mail, @Nullable UUID invitation) {
        return db.sql(
                        """
                        insert into letter (id, kind, mail, invitation, written_at)
                        values (:id, :kind, :mail, :invitation, :now)
                        on conflict (lower(mail)) where kind = 'recovery'
                            do update set written_at = excluded.written_at, tries = 0
                        returning id\
                        """)
                .param("id", UUID.randomUUID())
                .param("kind", invitation == null ? "recovery" : "invitation")
                .param("mail", mail)
                .param("invitation", invitation)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }

    Optional<Letter> byId(UUID id) {
        return db.sql(COLUMNS + "where id = ?").param(id).query(LetterRows::row).optional();
    }

    /// Those that could not be sent so far, the oldest first.
    List<Letter> troubled() {
        return db.sql(COLUMNS + "where trouble is not null order by written_at")
                .query(LetterRows::row)
                .list();
    }

    List<UUID> all() {
        return db.sql("select id from letter where tries < ?")
                .param(Letter.MOST_TRIES)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void failed(UUID id, String trouble) {
        db.sql("update letter set tries = tries + 1, trouble = ? where id = ?")
                .params(trouble, id)
                .update();
    }

    /// As if it had never been tried.
    void freshen(UUID id) {
        db.sql("update letter set tries = 0 where id = ?").param(id).update();
    }

    void remove(UUID id) {
        db.sql("delete from letter where id = ?").param(id).update();
    }

    /// What would invite to this.
    void removeOf(UUID invitation) {
        db.sql("delete from letter where invitation = ?").param(invitation).update();
    }

    /// What would give this address a new password.
    void removeRecovery(String mail) {
        db.sql("delete from letter where invitation is null and lower(mail) = lower(?)")
                .param(mail)
                .update();
    }

    private static Letter row(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("mail"),
                row.getObject("invitation", UUID.class),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                row.getString("trouble"));
    }
}
