package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What browsers were asked to have signed. Each is answered once, within five minutes, by the browser that was asked and for
/// what it was asked; any academy on the database can look.
@Component
@ForMany
public final class Challenges {

    public static final Duration LASTS = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final Clock clock;

    Challenges(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Those that are too old go.
    ///
    /// @param browser what it alone knows
    public void keep(String challenge, String purpose, String browser) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("delete from passkey_challenge where made_at <= ?").param(now.minus(LASTS)).update();
        db.sql("insert into passkey_challenge (hash, made_at) values (?, ?)")
                .params(hash(challenge, purpose, browser), now)
                .update();
    }

    /// @return whether it was kept so; from now on it is not
    public boolean use(String challenge, String purpose, String browser) {
        var since = clock.instant().minus(LASTS).atOffset(ZoneOffset.UTC);
        return db.sql("delete from passkey_challenge where hash = ? and made_at > ?")
                        .params(hash(challenge, purpose, browser), since)
                        .update()
                > 0;
    }

    private static byte[] hash(String challenge, String purpose, String browser) {
        return new Token(String.join("\n", purpose, browser, challenge)).hash();
    }
}
