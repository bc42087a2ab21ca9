package dev.backwright.services.postgres;

import dev.backwright.services.sql.QueryResult;
import dev.backwright.services.sql.Session;
import dev.backwright.services.sql.SqlDatabase;
import dev.backwright.services.sql.StatementException;
import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.ServiceWire;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A throw-away database with a role of its own. What is asked here goes straight to the server, past any wire.
public final class PostgresDatabase implements SqlDatabase {

    private static final String WORKING =
            """
            select count(*) from pg_stat_activity
             where datname = current_database() and application_name <> 'backwright' and state = 'active'
               and wait_event_type is distinct from 'Lock' and wait_event_type is distinct from 'Client'
            """;

    private static final String LOCKED =
            """
            select count(*) from pg_stat_activity
             where datname = current_database() and application_name <> 'backwright' and wait_event_type = 'Lock'
            """;

    private final PostgresLogin login;
    private final Consumer<PostgresLogin> drop;
    private final Session session;
    private final ServiceWire wire;
    private final Session watch;
    private boolean closed;

    PostgresDatabase(PostgresLogin login, Consumer<PostgresLogin> drop) {
        this.login = login;
        this.drop = drop;
        this.session = login.open();
        this.watch = login.open();
        var server = new InetSocketAddress(login.host(), login.port());
        this.wire =
                new ServiceWire(
                        new Endpoint("postgres", server, login::url, this::idle, this::locked),
                        Conversation::new);
    }

    /// How its owner connects.
    public PostgresLogin login() {
        return login;
    }

    @Override
    public String address() {
        return login.url(login.host(), login.port());
    }

    @Override
    public ServiceWire wire() {
        return wire;
    }

    /// Whether the server works on no statement of the program; it may wait for a lock, or for more of a statement.
    private boolean idle() {
        try {
            return Long.valueOf(0).equals(watch.query(WORKING, List.of()).cell());
        } catch (StatementException gone) {
            return true;
        }
    }

    private long locked() {
        try {
            return watch.query(LOCKED, List.of()).cell() instanceof Long count ? count : 0;
        } catch (StatementException gone) {
            return 0;
        }
    }

    @Override
    public void run(String sql, @Nullable Object... parameters) {
        session.run(sql, listed(parameters));
    }

    @Override
    public QueryResult query(String sql, @Nullable Object... parameters) {
        return session.query(sql, listed(parameters));
    }

    @Override
    public void insert(
            String table,
            List<String> columns,
            List<? extends List<? extends @Nullable String>> rows) {
        String names = String.join(", ", columns.stream().map(Quoted::name).toList());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql =
                "insert into "
                        + Quoted.name(table)
                        + " ("
                        + names
                        + ") overriding system value values ("
                        + marks
                        + ")";
        for (List<? extends @Nullable String> row : rows) {
            session.run(sql, new ArrayList<@Nullable Object>(row));
        }
        columns.forEach(column -> moveSequence(table, column));
    }

    private void moveSequence(String table, String column) {
        Object sequence =
                query("select pg_get_serial_sequence(?, ?)", Quoted.name(table), column).cell();
        if (sequence instanceof String name) {
            String highest =
                    "(select max(" + Quoted.name(column) + ") from " + Quoted.name(table) + ")";
            query("select setval(?::regclass, " + highest + ")", name);
        }
    }

    private static List<@Nullable Object> listed(@Nullable Object[] parameters) {
        var list = new ArrayList<@Nullable Object>();
        Collections.addAll(list, parameters);
        return list;
    }

    /// Drops database and role, whoever is still connected.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            wire.close();
            watch.close();
            session.close();
            drop.accept(login);
        }
    }
}
