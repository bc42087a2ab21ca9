package dev.backwright.academy.platform;

import dev.backwright.services.ServiceException;
import dev.backwright.services.postgres.PostgresBinaries;
import dev.backwright.services.postgres.PostgresLogin;
import dev.backwright.services.postgres.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The PostgreSQL in the home folder. Whenever it dies it is started again: at once, and while that does not work at
/// growing intervals.
final class OwnDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnDatabase.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final PostgresServer server;
    private final Path home;
    private final Judges judges;
    private final DriverManagerDataSource address = new DriverManagerDataSource();
    private volatile long pid;
    private volatile boolean closing;

    private OwnDatabase(PostgresServer server, Path home, Judges judges) {
        this.server = server;
        this.home = home;
        this.judges = judges;
    }

    /// @throws ServiceException when it does not start
    static OwnDatabase start(Path home, Judges judges) {
        var binaries = PostgresBinaries.unpack(home.resolve("runtime"));
        var server = PostgresServer.keep(binaries, home.resolve("postgres"));
        try {
            var database = new OwnDatabase(server, home, judges);
            database.live();
            return database;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Where it is; follows it to another port.
    DriverManagerDataSource address() {
        return address;
    }

    /// Sees to it from now on that it lives.
    ///
    /// @param revived what to do when it is there again
    void keepAlive(Runnable revived) {
        Thread.ofVirtual().name("database-keeper").start(() -> watch(revived));
    }

    private void watch(Runnable revived) {
        while (!closing) {
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
            if (!closing) {
                LOG.warn("The academy's database has died. It is started again.");
                revive();
                revived.run();
            }
        }
    }

    private void revive() {
        var wait = FIRST_WAIT;
        for (boolean said = false; !closing; said = true) {
            try {
                live();
                LOG.warn("The academy's database is there again.");
                return;
            } catch (ServiceException e) {
                if (!closing && !said) {
                    LOG.error("It does not start, and is tried again: {}", e.getMessage());
                }
                pause(wait);
                wait = longer(wait);
            }
        }
    }

    /// Starts it where it is dead.
    private void live() {
        PostgresLogin login = server.lasting("backwright");
        address.setUrl(login.jdbcUrl());
        address.setUsername(login.role());
        address.setPassword(login.password());
        pid = server.pid();
        if (judges.apart()) {
            tellJudges();
        }
    }

    /// A judge on this machine finds it by a file that only this user can read.
    private void tellJudges() {
        var login = server.guest(judges.role(), "backwright");
        new JudgeFile(login.jdbcUrl(), login.role(), login.password()).write(home);
    }

    private static Duration longer(Duration wait) {
        var twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        server.close();
    }
}
