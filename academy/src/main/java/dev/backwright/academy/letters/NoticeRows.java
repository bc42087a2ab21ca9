package dev.backwright.academy.letters;

import dev.backwright.academy.accounts.AccountChange;
import dev.backwright.academy.accounts.AccountChange.Kind;
import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notices as they lie in the database until they are sent. They go with their person.
@Component
@ForMany
final class NoticeRows {

    private final JdbcClient db;
    private final Clock clock;

    NoticeRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    UUID add(AccountChange change) {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into notice (id, person, mail, kind, provider, happened_at)
                        values (:id, :person, :mail, :kind, :provider, :now)\
                        """)
                .param("id", id)
                .param("person", change.account().person())
                .param("mail", change.account().mail())
                .param("kind", change.kind().name())
                .param("provider", change.provider())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    Optional<Notice> byId(UUID id) {
        return db.sql("select id, mail, kind, provider, happened_at from notice where id = ?")
                .param(id)
                .query(NoticeRows::row)
                .optional();
    }

    List<UUID> all() {
        return db.sql("select id from notice")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// @return how many tries have come to nothing; after the last it is gone
    int failed(UUID id) {
        int tries =
                db.sql("update notice set tries = tries + 1 where id = ? returning tries")
                        .param(id)
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
        if (tries >= Letter.MOST_TRIES) {
            remove(id);
        }
        return tries;
    }

    void remove(UUID id) {
        db.sql("delete from notice where id = ?").param(id).update();
    }

    private static Notice row(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("mail"),
                Kind.valueOf(row.getString("kind")),
                row.getString("provider"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }
}
