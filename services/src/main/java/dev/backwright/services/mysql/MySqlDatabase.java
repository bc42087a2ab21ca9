package dev.backwright.services.mysql;

import dev.backwright.services.ServiceException;
import dev.backwright.services.sql.QueryResult;
import dev.backwright.services.sql.Session;
import dev.backwright.services.sql.SqlDatabase;
import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.ServiceWire;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A throw-away database with an account of its own.
public final class MySqlDatabase implements SqlDatabase {

    private final MySqlLogin login;
    private final MySqlCatalog catalog;
    private final Session session;
    private final ServiceWire wire;
    private boolean closed;

    private MySqlDatabase(MySqlLogin login, MySqlCatalog catalog) {
        this.login = login;
        this.catalog = catalog;
        this.session = login.open();
        var server = new InetSocketAddress(login.host(), login.port());
        this.wire =
                new ServiceWire(
                        new Endpoint("mysql", server, login::url, this::idle), Conversation::new);
    }

    /// One with these statements run in it.
    static MySqlDatabase filled(MySqlLogin login, MySqlCatalog catalog, String data) {
        var database = new MySqlDatabase(login, catalog);
        try {
            if (!data.isBlank()) {
                database.session.run(data);
            }
            return database;
        } catch (RuntimeException e) {
            database.session.close();
            throw e;
        }
    }

    /// How its owner connects.
    public MySqlLogin login() {
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

    private boolean idle() {
        try {
            return catalog.idle(login.user());
        } catch (ServiceException gone) {
            return true;
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
        String names = columns.stream().map(MySqlDatabase::name).collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String sql = "insert into " + name(table) + " (" + names + ") values (" + marks + ")";
        for (List<? extends @Nullable String> row : rows) {
            session.run(sql, new ArrayList<@Nullable Object>(row));
        }
    }

    /// A name as SQL, quoted part by part.
    private static String name(String name) {
        return Arrays.stream(name.split("\\.", -1))
                .map(part -> "`" + part.replace("`", "``") + "`")
                .collect(Collectors.joining("."));
    }

    private static List<@Nullable Object> listed(@Nullable Object[] parameters) {
        var list = new ArrayList<@Nullable Object>();
        Collections.addAll(list, parameters);
        return list;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            wire.close();
            session.close();
            catalog.drop(login.user());
        }
    }
}
