package dev.backwright.judge.mysql;

import dev.backwright.checks.MySql;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.sql.LearnersDatabase;
import dev.backwright.services.mysql.MySqlDatabase;
import dev.backwright.services.sql.StatementException;
import java.util.Set;

/// A submission's MySQL database during one check.
final class LearnersMySql extends LearnersDatabase implements MySql {

    /// What the learner's program can bring about: no database any more (1046, 1049), no such table (1051, 1146) or column (1054), a lock
    /// that is never let go (1205), a deadlock (1213), a statement that takes too long (1969 of MariaDB, 3024).
    /// "Server Error Message Reference", MySQL 8.4 Error Message Reference.
    private static final Set<Integer> LEARNERS_DOING =
            Set.of(1046, 1049, 1051, 1054, 1146, 1205, 1213, 1969, 3024);

    LearnersMySql(MySqlDatabase database, Origin origin) {
        super(database, origin);
    }

    @Override
    protected boolean isLearnersDoing(StatementException refused) {
        return LEARNERS_DOING.contains(refused.code());
    }
}
