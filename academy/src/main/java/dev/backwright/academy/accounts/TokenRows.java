package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which tokens are good.
@Component
@ForMany
final class TokenRows {

    private final JdbcClient db;
    private final Clock clock;

    TokenRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A new one, from now on. Those that are too old go.
    ApiTokens.Listed add(
            Account owner, String name, Set<Scope> scopes, int days, boolean byPasskey) {
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var made =
                new ApiTokens.Listed(
                        UUID.randomUUID(), name, scopes, at, at.plus(days, ChronoUnit.DAYS), null);
        db.sql("delete from api_token where expires_at <= ?").param(utc(at)).update();
        db.sql(
                        """
                        insert into api_token (id, person, name, scopes, made_at, expires_at, by_passkey)
                        values (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        made.id(),
                        owner.person(),
                        name,
                        Scope.words(scopes).toArray(String[]::new),
                        utc(at),
                        utc(made.expiresAt()),
                        byPasskey)
                .update();
        return made;
    }

    /// The latest first.
    List<ApiTokens.Listed> of(Account owner) {
        return db.sql(
                        """
                        select id, name, scopes, made_at, expires_at, used_at from api_token
                        where person = ? and expires_at > ? order by made_at desc, id\
                        """)
                .params(owner.person(), utc(clock.instant()))
                .query(TokenRows::row)
                .list();
    }

    /// @return whether there was one of theirs
    boolean remove(Account owner, UUID id) {
        return db.sql("delete from api_token where id = ? and person = ?")
                        .params(id, owner.person())
                        .update()
                > 0;
    }

    /// Those that were made by somebody who had come by a passkey.
    void removeThoseByPasskey(Account owner) {
        db.sql("delete from api_token where person = ? and by_passkey")
                .param(owner.person())
                .update();
    }

    record Good(Set<Scope> scopes, boolean byPasskey) {}

    /// Marks it as used, to the minute.
    ///
    /// @return what it is for, where it is still good
    Optional<Good> use(UUID id, UUID person) {
        var at = clock.instant();
        return db.sql(
                        """
                        update api_token set used_at = case when used_at > ? then used_at else ? end
                        where id = ? and person = ? and expires_at > ? returning scopes, by_passkey\
                        """)
                .params(utc(at.minus(1, ChronoUnit.MINUTES)), utc(at), id, person, utc(at))
                .query((row, number) -> new Good(scopes(row), row.getBoolean("by_passkey")))
                .optional();
    }

    private static ApiTokens.Listed row(ResultSet row, int number) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new ApiTokens.Listed(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static Set<Scope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
