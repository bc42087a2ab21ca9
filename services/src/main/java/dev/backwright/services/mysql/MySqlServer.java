package dev.backwright.services.mysql;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.LabFolders;
import dev.backwright.services.server.Ports;
import dev.backwright.services.server.Premade;
import dev.backwright.services.server.ServerUser;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A MySQL for labs, there when it is needed: one of our own that died is started again, one of somebody else is connected to again.
///
/// ```java
/// try (var server = MySqlServer.own(MariaDbPrograms.find(), runtime, area);
///         var db = server.create("create table account (id int primary key, balance int)")) { … }
/// ```
public final class MySqlServer implements AutoCloseable {

    private final Supplier<? extends MySqlHost> opening;
    private @Nullable MySqlHost host;
    private @Nullable MySqlCatalog catalog;
    private boolean closed;

    private MySqlServer(Supplier<? extends MySqlHost> opening) {
        this.opening = opening;
    }

    /// A MariaDB in a folder of its own below `area`, which leaves nothing behind.
    ///
    /// @param runtime keeps what is made once for each version
    public static MySqlServer own(MariaDbPrograms programs, Path runtime, Path area) {
        var folders = new LabFolders(area, "mysql");
        return started(() -> {
            folders.sweep(folder -> Leftover.end(new MariaDbFolder(folder)));
            return MariaDb.start(
                    programs,
                    new MariaDbFolder(folders.next()),
                    template(programs, runtime),
                    Ports::free);
        });
    }

    static MariaDbFolder template(MariaDbPrograms programs, Path runtime) {
        Path ready = runtime.toAbsolutePath().resolve("mariadb-" + programs.version() + "-labs");
        return new MariaDbFolder(
                Premade.folder(
                        ready,
                        fresh ->
                                new MariaDbFolder(fresh)
                                        .make()
                                        .initialize(programs, ServerUser.lasting())));
    }

    /// One of somebody else.
    ///
    /// @param admin may create databases and users, and see and end connections
    public static MySqlServer external(MySqlLogin admin) {
        return started(() -> new MySqlHost.External(admin));
    }

    private static MySqlServer started(Supplier<? extends MySqlHost> opening) {
        var server = new MySqlServer(opening);
        server.live();
        return server;
    }

    /// A fresh database in which these statements were run; `data` may be empty.
    public MySqlDatabase create(String data) {
        return live().create(data);
    }

    /// The version, as the server says it.
    public String version() {
        return live().version();
    }

    private synchronized MySqlCatalog live() {
        if (closed) {
            throw new ServiceException("This MySQL was closed: start another.");
        }
        if ((host != null && !host.alive()) || (catalog != null && !catalog.usable())) {
            end();
        }
        if (host == null || catalog == null) {
            host = opening.get();
            catalog = new MySqlCatalog(host);
        }
        return catalog;
    }

    private void end() {
        if (catalog != null) {
            catalog.close();
            catalog = null;
        }
        if (host != null) {
            host.close();
            host = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        end();
    }
}
