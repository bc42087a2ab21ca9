package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Random keys that every academy on this database knows. Judges cannot read them: their role has no right to the table.
@Component
@ForMany
final class Secrets {

    private static final int BYTES = 32;

    private final JdbcClient db;

    Secrets(JdbcClient db) {
        this.db = db;
    }

    /// The key of this name, 32 bytes; made when it is first asked for.
    byte[] key(String name) {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        db.sql("insert into secret (name, bytes) values (?, ?) on conflict do nothing")
                .params(name, random)
                .update();
        return db.sql("select bytes from secret where name = ?")
                .param(name)
                .query(byte[].class)
                .single();
    }
}
