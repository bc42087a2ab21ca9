package dev.backwright.judge.postgres;

import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.service.Service;
import dev.backwright.services.postgres.PostgresBinaries;
import dev.backwright.services.postgres.PostgresDatabase;
import dev.backwright.services.postgres.PostgresServer;
import dev.backwright.services.postgres.PostgresTemplate;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// PostgreSQL: one server, a database from the lab's `data.sql` for each check.
public final class PostgresService implements Service {

    private final Path home;
    private @Nullable PostgresServer server;
    private @Nullable String version;

    /// @param home where runtime files and temporary files may lie
    public PostgresService(Path home) {
        this.home = home;
    }

    @Override
    public Kind kind() {
        return Kind.POSTGRES;
    }

    @Override
    public OpenService open(Map<String, String> data, Origin origin) {
        var template = new PostgresTemplate(data.getOrDefault("data.sql", ""));
        PostgresDatabase database = server().create(template);
        noteVersion(database);
        return new LearnersPostgres(database, origin);
    }

    private synchronized PostgresServer server() {
        if (server == null) {
            var binaries = PostgresBinaries.unpack(home.resolve("runtime"));
            server =
                    PostgresServer.throwAway(
                            binaries, PostgresServer.quickArea(home.resolve("run")));
        }
        return server;
    }

    private synchronized void noteVersion(PostgresDatabase database) {
        if (version == null) {
            version = String.valueOf(database.query("show server_version").cell());
        }
    }

    @Override
    public synchronized Optional<String> version() {
        return Optional.ofNullable(version);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
