package dev.backwright.services.postgres;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Credentials;
import dev.backwright.services.sql.Session;
import dev.backwright.services.sql.StatementException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// The databases and roles of one running cluster. Labs get names nobody can guess, and rights to nothing but their own.
final class Catalog implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 40;

    private final PostgresLogin superuser;
    private final Session session;
    private final Set<String> templates = new HashSet<>();
    private final AtomicLong number = new AtomicLong();

    Catalog(PostgresLogin superuser) {
        this.superuser = superuser;
        this.session = superuser.open();
        session.run("revoke connect on database postgres, template1 from public");
    }

    synchronized PostgresLogin lasting(String name, String password) {
        String role = role(name, password);
        if (session.query("select 1 from pg_database where datname = ?", List.of(name))
                .rows()
                .isEmpty()) {
            session.run("create database " + role + " owner " + role);
            session.run("revoke connect on database " + role + " from public");
        }
        return superuser.as(name, password).to(name);
    }

    synchronized PostgresLogin guest(String name, String password, String database) {
        String role = role(name, password);
        session.run("grant connect on database " + Quoted.name(database) + " to " + role);
        return superuser.as(name, password).to(database);
    }

    /// @return its name, quoted
    private String role(String name, String password) {
        String role = Quoted.name(name);
        if (session.query("select 1 from pg_roles where rolname = ?", List.of(name))
                .rows()
                .isEmpty()) {
            session.run("create role " + role + " login password " + Quoted.literal(password));
        }
        return role;
    }

    PostgresDatabase create(PostgresTemplate template) {
        require(template);
        String name =
                "lab_" + number.incrementAndGet() + "_" + Credentials.random().substring(0, 12);
        String password = Credentials.random();
        session.run(
                "create role "
                        + name
                        + " login password '"
                        + password
                        + "' connection limit "
                        + MOST_CONNECTIONS);
        session.run(
                "create database "
                        + name
                        + " template "
                        + template.name()
                        + " owner "
                        + name
                        + " strategy file_copy");
        session.run(
                """
                revoke connect on database NAME from public;
                alter role NAME set statement_timeout = '10s';
                alter role NAME set lock_timeout = '5s';
                alter role NAME set idle_in_transaction_session_timeout = '60s';
                alter role NAME set temp_file_limit = '256MB';
                """
                        .replace("NAME", name));
        return new PostgresDatabase(superuser.as(name, password).to(name), this::drop);
    }

    /// A server that has died has taken both along.
    private void drop(PostgresLogin login) {
        try {
            session.run("drop database if exists " + login.database() + " with (force)");
            session.run("drop role if exists " + login.role());
        } catch (StatementException e) {
            if (session.usable()) {
                throw e;
            }
        }
    }

    /// Objects of a template belong to `pg_database_owner`, and so to whoever owns the copy.
    private synchronized void require(PostgresTemplate template) {
        String name = template.name();
        if (templates.contains(name)) {
            return;
        }
        session.run("drop database if exists " + name + " with (force)");
        session.run("create database " + name);
        session.run(
                "revoke connect on database NAME from public; grant create on database NAME to pg_database_owner"
                        .replace("NAME", name));
        fill(template);
        session.run("alter database " + name + " with allow_connections false");
        templates.add(name);
    }

    private void fill(PostgresTemplate template) {
        try (var inside = superuser.to(template.name()).open()) {
            inside.run("set role pg_database_owner");
            if (!template.sql().isBlank()) {
                inside.run(template.sql());
            }
        } catch (StatementException e) {
            session.run("drop database if exists " + template.name() + " with (force)");
            throw new ServiceException("The lab's data.sql does not run: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
