package dev.backwright.academy.badges;

import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which badges there are. One for each person and step; what was withdrawn keeps its id and says nothing any more.
@Component
@ForMany
final class BadgeRows {

    private static final String COLUMNS =
            "select id, person, step, taken_at, token, withdrawn_at from badge ";

    private final JdbcClient db;
    private final Clock clock;

    BadgeRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Badge> find(UUID id) {
        return db.sql(COLUMNS + "where id = ?").param(id).query(BadgeRows::row).optional();
    }

    /// Those that were not withdrawn.
    List<Badge> of(UUID person) {
        return db.sql(COLUMNS + "where person = ? and withdrawn_at is null")
                .param(person)
                .query(BadgeRows::row)
                .list();
    }

    /// @return whether it is new; where there is one for this step already, that stays
    boolean add(Badge badge) {
        return db.sql(
                                """
                                insert into badge (id, person, step, taken_at, token) values (?, ?, ?, ?, ?)
                                on conflict (person, step) where withdrawn_at is null do nothing\
                                """)
                        .params(
                                badge.id(),
                                badge.person(),
                                badge.step(),
                                badge.takenAt().atOffset(ZoneOffset.UTC),
                                Objects.requireNonNull(badge.token()))
                        .update()
                > 0;
    }

    /// @return whether there was one of theirs
    boolean withdraw(UUID person, UUID id) {
        return db.sql(
                                """
                                update badge set token = null, withdrawn_at = ?
                                where id = ? and person = ? and withdrawn_at is null\
                                """)
                        .params(clock.instant().atOffset(ZoneOffset.UTC), id, person)
                        .update()
                > 0;
    }

    private static Badge row(ResultSet row, int number) throws SQLException {
        return new Badge(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("step"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getString("token"),
                instant(row.getObject("withdrawn_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
