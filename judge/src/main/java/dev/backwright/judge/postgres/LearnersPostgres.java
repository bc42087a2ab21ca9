package dev.backwright.judge.postgres;

import dev.backwright.checks.Postgres;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.sql.LearnersDatabase;
import dev.backwright.services.postgres.PostgresDatabase;
import dev.backwright.services.sql.StatementException;
import java.util.Set;

/// A submission's PostgreSQL database during one check.
final class LearnersPostgres extends LearnersDatabase implements Postgres {

    /// What the learner's program can bring about: no such table or column, a lock that is never let go, a statement that
    /// waits for it too long. https://www.postgresql.org/docs/18/errcodes-appendix.html
    private static final Set<String> LEARNERS_DOING = Set.of("42P01", "42703", "55P03", "57014");

    LearnersPostgres(PostgresDatabase database, Origin origin) {
        super(database, origin);
    }

    @Override
    protected boolean isLearnersDoing(StatementException refused) {
        return LEARNERS_DOING.contains(refused.sqlState());
    }
}
