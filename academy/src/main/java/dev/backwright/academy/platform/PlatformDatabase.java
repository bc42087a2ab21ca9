package dev.backwright.academy.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.backwright.services.ServiceException;
import dev.backwright.services.postgres.PostgresBinaries;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The platform's own PostgreSQL, up to date and ready before anything asks for it.
public final class PlatformDatabase implements AutoCloseable {

    /// PostgreSQL's manual, appendix A: a lock that was not to be had.
    private static final String HELD = "55P03";

    private final HikariDataSource pool;
    private final AutoCloseable server;
    private final String says;
    private final String away;

    private PlatformDatabase(
            HikariDataSource pool, AutoCloseable server, String says, String away) {
        this.pool = pool;
        this.server = server;
        this.says = says;
        this.away = away;
    }

    /// Starts or finds the database and brings its tables up to date. Our own is started again whenever it dies.
    ///
    /// @throws CannotStart when there is none to be had, or it is too new for us
    public static PlatformDatabase open(Places places) {
        var external = places.database();
        var database = external == null ? embedded(places) : external(external);
        if (places.judges().apart()) {
            database.admitJudges(places.judges().role());
        }
        return database;
    }

    private void admitJudges(String role) {
        try {
            JudgeRole.admit(pool, role);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static PlatformDatabase embedded(Places places) {
        Path home = places.home();
        try {
            var own = OwnDatabase.start(home, places.judges());
            var database =
                    new PlatformDatabase(
                            pool(own.address()),
                            own,
                            "PostgreSQL " + PostgresBinaries.VERSION,
                            "The academy's database has stopped and is being started again.");
            database.migrate(home.resolve("postgres").toString());
            own.keepAlive(database::forgetDeadConnections);
            return database;
        } catch (ServiceException e) {
            throw CannotStart.here(
                    "The database in %s does not start: %s"
                            .formatted(home.resolve("postgres"), e.getMessage()),
                    e);
        }
    }

    private static PlatformDatabase external(Places.Login login) {
        var address = new DriverManagerDataSource();
        address.setUrl(login.url());
        address.setUsername(login.user());
        address.setPassword(login.password());
        var database =
                new PlatformDatabase(
                        pool(address),
                        () -> {},
                        "external PostgreSQL",
                        "The academy's database does not answer.");
        database.migrate(login.url());
        return database;
    }

    private void migrate(String where) {
        try {
            Migrations.run(pool);
            pool.getHikariPoolMXBean().softEvictConnections(); // they wait for tables briefly
        } catch (FlywayException e) {
            close();
            throw CannotStart.here(
                    "The database %s cannot be brought up to date: %s".formatted(where, why(e)), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void forgetDeadConnections() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    public DataSource dataSource() {
        return pool;
    }

    /// What it is, for the greeting.
    public String says() {
        return says;
    }

    /// What a person is told while it does not answer.
    public String away() {
        return away;
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

    private static HikariDataSource pool(DriverManagerDataSource address) {
        var told = new Properties();
        told.setProperty(
                "logServerErrorDetail", "false"); // it quotes rows, and messages reach the log
        // a newer version adds columns meanwhile: what was prepared without them is prepared anew,
        // also in a transaction
        told.setProperty("autosave", "conservative");
        address.setConnectionProperties(told);
        var config = new HikariConfig();
        config.setPoolName("platform");
        config.setDataSource(address);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(2);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    private static String why(FlywayException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException it && HELD.equals(it.getSQLState())) {
                return "something holds one of its tables, such as a backup. Start again when that is over.";
            }
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
