package dev.backwright.academy.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.backwright.services.ServiceException;
import dev.backwright.services.postgres.PostgresBinaries;
import dev.backwright.services.postgres.PostgresServer;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The platform's own PostgreSQL, up to date and ready before anything asks for it.
public final class PlatformDatabase implements AutoCloseable {

    private final HikariDataSource pool;
    private final AutoCloseable server;
    private final String says;

    private PlatformDatabase(HikariDataSource pool, AutoCloseable server, String says) {
        this.pool = pool;
        this.server = server;
        this.says = says;
    }

    /// Starts or finds the database and brings its tables up to date.
    ///
    /// @throws CannotStart when there is none to be had, or it is newer than we are
    public static PlatformDatabase open(Places places) {
        var external = places.database();
        return external == null
                ? embedded(places.home())
                : open(external, () -> {}, "external PostgreSQL");
    }

    private static PlatformDatabase embedded(Path home) {
        try {
            var binaries = PostgresBinaries.unpack(home.resolve("runtime"));
            var server = PostgresServer.keep(binaries, home.resolve("postgres"));
            var login = server.lasting("backwright");
            return open(
                    new Places.Login(login.jdbcUrl(), login.role(), login.password()),
                    server,
                    "PostgreSQL " + PostgresBinaries.VERSION);
        } catch (ServiceException e) {
            throw CannotStart.here(
                    "The database in %s does not start: %s"
                            .formatted(home.resolve("postgres"), e.getMessage()),
                    e);
        }
    }

    private static PlatformDatabase open(Places.Login login, AutoCloseable server, String says) {
        var database = new PlatformDatabase(pool(login), server, says);
        try {
            migrate(database.pool);
            return database;
        } catch (FlywayException e) {
            database.close();
            throw CannotStart.here(
                    "The database %s cannot be brought up to date: %s"
                            .formatted(login.url(), firstLine(e)),
                    e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    /// What it is, for the greeting.
    public String says() {
        return says;
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the platform's database does not end", e);
        }
    }

    private static HikariDataSource pool(Places.Login login) {
        var config = new HikariConfig();
        config.setPoolName("platform");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(2);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(
                        new String[0]) // a newer version's tables are no ground to stand on
                .load()
                .migrate();
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
