package dev.backwright.judge.sql;

import dev.backwright.checks.Database;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Drawing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.wire.LearnersWire;
import dev.backwright.services.sql.QueryResult;
import dev.backwright.services.sql.SqlDatabase;
import dev.backwright.services.sql.StatementException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A submission's database during one check, whichever server it is on.
public abstract class LearnersDatabase implements Database, OpenService {

    private final SqlDatabase database;
    private final LearnersWire wire;

    protected LearnersDatabase(SqlDatabase database, Origin origin) {
        this.database = database;
        this.wire = new LearnersWire(database.wire(), origin);
    }

    /// Whether the learner's program can bring about that a statement of ours is refused so.
    protected abstract boolean isLearnersDoing(StatementException refused);

    @Override
    public final Database words() {
        return this;
    }

    @Override
    public final String address() {
        return database.address();
    }

    @Override
    public final boolean isAlive() {
        try {
            database.query("select 1");
            return true;
        } catch (StatementException gone) {
            return false;
        }
    }

    @Override
    public final dev.backwright.sandbox.Wire towards(String variable) {
        return wire.towards(variable);
    }

    @Override
    public final void run(String sql, @Nullable Object... parameters) {
        orUnmet(() -> {
            database.run(sql, parameters);
            return true;
        });
    }

    @Override
    public final void given(String table, String rows) {
        Drawing drawn = Drawing.of(rows);
        orUnmet(() -> {
            database.insert(table, drawn.columns(), drawn.rows());
            return true;
        });
    }

    @Override
    public final Rows query(String sql, @Nullable Object... parameters) {
        QueryResult result = orUnmet(() -> database.query(sql, parameters));
        return new SeenRows(sql, result);
    }

    @Override
    public final Wire wire() {
        return wire;
    }

    @Override
    public final List<Evidence> evidence() {
        return wire.evidence();
    }

    @Override
    public final List<Evidence.Wires.Step> steps() {
        return wire.steps();
    }

    private <T> T orUnmet(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (StatementException e) {
            if (isLearnersDoing(e)) {
                throw new Unmet(
                        "The database is not as the lab made it, or something is locked for good: "
                                + e.getMessage(),
                        evidence());
            }
            throw e;
        }
    }

    @Override
    public final void close() {
        database.close();
    }
}
