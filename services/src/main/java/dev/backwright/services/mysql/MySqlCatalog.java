package dev.backwright.services.mysql;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Credentials;
import dev.backwright.services.sql.Session;
import dev.backwright.services.sql.StatementException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The databases and accounts of one server. Labs get names nobody can guess, and rights to nothing but their own.
final class MySqlCatalog implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 40;
    private static final int SECONDS = 10;
    private static final int NO_SUCH_THREAD = 1094;

    /// Not counted are those that wait: for a row's lock, for a table's, for a lock with a name.
    private static final String WORKING =
            """
            select count(*) from information_schema.processlist p
             where p.user = ? and p.command not in ('Sleep', 'Daemon') and p.state not like 'Waiting for%lock'
               and p.state <> 'User lock'
               and p.id not in (select trx_mysql_thread_id from information_schema.innodb_trx where trx_state = 'LOCK WAIT')
            """;

    private final MySqlHost host;
    private final Session session;
    private final String version;
    private final AtomicLong number = new AtomicLong();

    MySqlCatalog(MySqlHost host) {
        this.host = host;
        this.session = host.login().open();
        this.version = String.valueOf(session.query("select version()", List.of()).cell());
        session.run("set session lock_wait_timeout = 30");
    }

    /// As the server says it: `10.11.6-MariaDB-0+deb12u1`.
    String version() {
        return version;
    }

    boolean usable() {
        return session.usable();
    }

    /// A database with an account of the same name. Without an underscore: in a grant that stands for any letter.
    MySqlDatabase create(String data) {
        String name =
                "lab" + number.incrementAndGet() + "x" + Credentials.random().substring(0, 12);
        String password = Credentials.random();
        String account = account(name);
        session.run(
                "create database %s character set utf8mb4; create user %s identified by '%s' with %s; grant all on %s.* to %s"
                        .formatted(name, account, password, limits(), name, account));
        var login = host.login().as(name, password).to(name);
        try {
            return MySqlDatabase.filled(login, this, data);
        } catch (RuntimeException e) {
            drop(name);
            throw e instanceof StatementException
                    ? new ServiceException("The lab's data.sql does not run: " + e.getMessage(), e)
                    : e;
        }
    }

    private String limits() {
        String connections = "max_user_connections " + MOST_CONNECTIONS;
        return version.contains("MariaDB")
                ? connections + " max_statement_time " + SECONDS
                : connections;
    }

    private String account(String name) {
        return "'" + name + "'@'" + host.origin() + "'";
    }

    /// Whether the server works on no statement of this account.
    boolean idle(String name) {
        return Long.valueOf(0).equals(session.query(WORKING, List.of(name)).cell());
    }

    /// Drops account and database, whoever is still connected.
    void drop(String name) {
        session.run("drop user if exists " + account(name));
        String connected = "select id from information_schema.processlist where user = ?";
        for (var row : session.query(connected, List.of(name)).rows()) {
            kill(String.valueOf(row.getFirst()));
        }
        session.run("drop database if exists " + name);
    }

    private void kill(String connection) {
        try {
            session.run("kill " + connection);
        } catch (StatementException e) {
            if (e.code() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
