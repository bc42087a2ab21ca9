package dev.backwright.judge.bench;

import dev.backwright.sandbox.Isolation;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.SandboxSettings;
import dev.backwright.sandbox.Sandboxes;
import dev.backwright.services.PostgresBinaries;
import dev.backwright.services.PostgresDatabase;
import dev.backwright.services.PostgresServer;
import dev.backwright.services.PostgresTemplate;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What outlives a submission: the sandbox, and servers that are started when first needed. Safe for many threads.
public final class Workshop implements AutoCloseable {

    private final Path home;
    private final Sandbox sandbox;
    private final String node;
    private @Nullable PostgresServer postgres;
    private @Nullable String postgresVersion;

    private Workshop(Path home, Sandbox sandbox, String node) {
        this.home = home;
        this.sandbox = sandbox;
        this.node = node;
    }

    /// @param home where runtime files and temporary files may lie
    public static Workshop open(Path home, SandboxSettings settings) {
        String node = NodeVersion.of(settings.toolbox());
        return new Workshop(home, Sandboxes.open(settings), node);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Isolation isolation() {
        return sandbox.isolation();
    }

    /// The version of Node: `v24.21.0`.
    public String node() {
        return node;
    }

    /// A fresh database from these statements.
    public PostgresDatabase database(String data) {
        PostgresDatabase database = server().create(new PostgresTemplate(data));
        noteVersion(database);
        return database;
    }

    /// Name and version of the services that were started so far, of those named.
    public SortedMap<String, String> versions(java.util.Collection<String> services) {
        SortedMap<String, String> all = new TreeMap<>(known());
        all.keySet().retainAll(services);
        return all;
    }

    private synchronized Map<String, String> known() {
        return postgresVersion == null ? Map.of() : Map.of("postgres", postgresVersion);
    }

    private synchronized PostgresServer server() {
        if (postgres == null) {
            var binaries = PostgresBinaries.unpack(home.resolve("runtime"));
            postgres =
                    PostgresServer.throwAway(
                            binaries, PostgresServer.quickArea(home.resolve("run")));
        }
        return postgres;
    }

    private synchronized void noteVersion(PostgresDatabase database) {
        if (postgresVersion == null) {
            postgresVersion = String.valueOf(database.query("show server_version").cell());
        }
    }

    @Override
    public void close() {
        try {
            sandbox.close();
        } finally {
            closeServers();
        }
    }

    private synchronized void closeServers() {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }
}
