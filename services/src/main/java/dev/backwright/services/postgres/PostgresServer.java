package dev.backwright.services.postgres;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.MemoryArea;
import dev.backwright.services.server.Ports;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL of our own on the loopback address, there when it is needed: one that died is started again.
///
/// ```java
/// try (var server = PostgresServer.throwAway(PostgresBinaries.unpack(runtime), area);
///         var db = server.create(new PostgresTemplate("create table account (id int, balance int)"))) { … }
/// ```
public final class PostgresServer implements AutoCloseable {

    private final Supplier<Cluster> opening;
    private @Nullable Cluster cluster;
    private @Nullable Catalog catalog;
    private boolean closed;

    private PostgresServer(Supplier<Cluster> opening) {
        this.opening = opening;
    }

    /// The platform's: `folder` survives, with the passwords to it; every commit is on the disk before it is answered.
    public static PostgresServer keep(PostgresBinaries binaries, Path folder) {
        var ports = new SteadyPort();
        return started(() -> Cluster.keep(binaries, new DataFolder(folder), ports));
    }

    /// The labs': lives in a folder of its own below `area`, is quick, and leaves nothing behind.
    public static PostgresServer throwAway(PostgresBinaries binaries, Path area) {
        var labs = new LabsArea(area.toAbsolutePath().normalize(), binaries);
        return started(() -> {
            labs.sweep();
            return Cluster.throwAway(binaries, labs.next(), labs.template(), Ports::free);
        });
    }

    /// The best area for labs' clusters: in memory, where a fresh database takes a tenth of the time, if there is a gigabyte of it
    /// that others may not take over; otherwise `onDisk`.
    public static Path quickArea(Path onDisk) {
        return MemoryArea.find().orElse(onDisk);
    }

    private static PostgresServer started(Supplier<Cluster> opening) {
        var server = new PostgresServer(opening);
        server.live();
        return server;
    }

    /// How its superuser connects.
    public PostgresLogin login() {
        return live().login();
    }

    /// A lasting database of that name, owned by a role of that name with a kept password; made when first asked for.
    public PostgresLogin lasting(String name) {
        Cluster live = live();
        return catalog().lasting(name, live.passwordOf(name));
    }

    /// A role of that name with a kept password that may connect to a lasting database, and has no other right there; made when
    /// first asked for.
    public PostgresLogin guest(String name, String database) {
        Cluster live = live();
        return catalog().guest(name, live.passwordOf(name), database);
    }

    /// A fresh database made from `template`; the template is made when first asked for.
    public PostgresDatabase create(PostgresTemplate template) {
        live();
        return catalog().create(template);
    }

    /// The process id of the server.
    public long pid() {
        return live().pid();
    }

    private synchronized Cluster live() {
        if (closed) {
            throw new ServiceException("This PostgreSQL was closed: start another.");
        }
        if (cluster != null && !cluster.alive()) {
            end();
        }
        if (cluster == null) {
            cluster = opening.get();
            catalog = new Catalog(cluster.login());
        }
        return cluster;
    }

    private synchronized Catalog catalog() {
        live();
        return java.util.Objects.requireNonNull(catalog);
    }

    private void end() {
        if (catalog != null) {
            catalog.close();
            catalog = null;
        }
        if (cluster != null) {
            cluster.close();
            cluster = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
    }
}
