package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The academy's database, from outside.
@Component
@ForMany
public final class Store {

    private final JdbcClient db;

    Store(JdbcClient db) {
        this.db = db;
    }

    /// @throws org.springframework.dao.DataAccessException while it is away
    public long bytes() {
        return db.sql("select pg_database_size(current_database())").query(Long.class).single();
    }

    /// Of this academy; `development` where it was not built as a whole.
    public static String ours() {
        return Optional.ofNullable(Store.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /// As it says itself: `18.0`.
    public String version() {
        return db.sql("show server_version").query(String.class).single();
    }

    /// @throws org.springframework.dao.DataAccessException where it does not answer
    void ask() {
        db.sql("select 1").query(Integer.class).single();
    }
}
