package dev.backwright.academy.platform;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings tables up to date while the previous version works on them (decision 54).
///
/// A newer version's tables are ground to stand on where they say that they serve ours: then this program was started again
/// in the middle of an update, or an update was taken back.
final class Migrations {

    /// Those of a newer version are no reason to refuse.
    private static final String NEWER = "*:future";

    /// Whoever waits for a table makes all others wait for it; a backup holds one for minutes.
    private static final String BRIEFLY = "set lock_timeout = '3s'";

    private Migrations() {}

    /// Leaves settings of its own on the connections that it used.
    ///
    /// @throws org.flywaydb.core.api.FlywayException where they cannot be brought up to date, or are too new
    static void run(DataSource database) {
        var flyway = flyway(database);
        if (serves(database, newest(flyway))) {
            flyway = flyway(database, NEWER);
        }
        flyway.migrate();
    }

    private static Flyway flyway(DataSource database, String... ignored) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .initSql(BRIEFLY)
                .ignoreMigrationPatterns(ignored)
                .load();
    }

    /// The newest that this program brings along.
    private static MigrationVersion newest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .filter(it -> it.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElse(MigrationVersion.EMPTY);
    }

    private static boolean serves(DataSource database, MigrationVersion ours) {
        var db = JdbcClient.create(database);
        boolean says =
                db.sql("select to_regprocedure('schema_serves()') is not null")
                        .query(Boolean.class)
                        .single();
        return says
                && ours.isAtLeast(
                        db.sql("select schema_serves()::text").query(String.class).single());
    }
}
