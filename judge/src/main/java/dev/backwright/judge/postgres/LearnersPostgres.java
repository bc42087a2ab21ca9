package dev.backwright.judge.postgres;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Drawing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.wire.LearnersWire;
import dev.backwright.services.postgres.PostgresDatabase;
import dev.backwright.services.postgres.QueryResult;
import dev.backwright.services.postgres.StatementException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A submission's database during one check.
final class LearnersPostgres implements Postgres, OpenService {

    /// What the learner's program can bring about: no such table or column, a lock that is never let go, a statement that
    /// waits for it too long. https://www.postgresql.org/docs/18/errcodes-appendix.html
    private static final Set<String> LEARNERS_DOING = Set.of("42P01", "42703", "55P03", "57014");

    private final PostgresDatabase database;
    private final LearnersWire wire;

    LearnersPostgres(PostgresDatabase database, Origin origin) {
        this.database = database;
        this.wire = new LearnersWire(database.wire(), origin);
    }

    @Override
    public Postgres words() {
        return this;
    }

    @Override
    public String address() {
        var login = database.login();
        return login.url(login.host(), login.port());
    }

    @Override
    public dev.backwright.sandbox.Wire towards(String variable) {
        return wire.towards(variable);
    }

    @Override
    public void run(String sql, @Nullable Object... parameters) {
        orUnmet(() -> {
            database.run(sql, parameters);
            return true;
        });
    }

    @Override
    public void given(String table, String rows) {
        Drawing drawn = Drawing.of(rows);
        orUnmet(() -> {
            database.insert(table, drawn.columns(), drawn.rows());
            return true;
        });
    }

    @Override
    public Rows query(String sql, @Nullable Object... parameters) {
        QueryResult result = orUnmet(() -> database.query(sql, parameters));
        return new SeenRows(sql, result);
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public List<Evidence> evidence() {
        return wire.evidence();
    }

    private <T> T orUnmet(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (StatementException e) {
            if (LEARNERS_DOING.contains(e.sqlState())) {
                throw new Unmet(
                        "The database is not as the lab made it, or something is locked for good: "
                                + e.getMessage(),
                        evidence());
            }
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
