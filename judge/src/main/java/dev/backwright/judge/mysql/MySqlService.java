package dev.backwright.judge.mysql;

import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.service.Service;
import dev.backwright.services.ServiceException;
import dev.backwright.services.mysql.MariaDbPrograms;
import dev.backwright.services.mysql.MySqlLogin;
import dev.backwright.services.mysql.MySqlServer;
import dev.backwright.services.server.MemoryArea;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// MySQL: one server for all, a database from the lab's `data.mysql.sql` or `data.sql` for each check.
///
/// The setting `backwright.mysql` (`BACKWRIGHT_MYSQL` in the environment) is the address of a server of somebody else, or the path of a
/// `mariadbd`; without it the MariaDB this machine has is started.
public final class MySqlService implements Service {

    private final Path home;
    private final @Nullable String setting;
    private @Nullable MySqlServer server;
    private @Nullable String version;

    /// @param home where runtime files and temporary files may lie
    public MySqlService(Path home) {
        this(home, System.getProperty("backwright.mysql", System.getenv("BACKWRIGHT_MYSQL")));
    }

    MySqlService(Path home, @Nullable String setting) {
        this.home = home;
        this.setting = setting == null || setting.isBlank() ? null : setting;
    }

    @Override
    public Kind kind() {
        return Kind.MYSQL;
    }

    @Override
    public OpenService open(Map<String, String> data, Origin origin) {
        String own = data.get("data.mysql.sql");
        return new LearnersMySql(
                server().create(own == null ? data.getOrDefault("data.sql", "") : own), origin);
    }

    private synchronized MySqlServer server() {
        if (server == null) {
            server = start();
            version = server.version();
        }
        return server;
    }

    private MySqlServer start() {
        if (setting != null && setting.contains("://")) {
            return MySqlServer.external(address(setting));
        }
        var programs =
                setting == null ? MariaDbPrograms.find() : MariaDbPrograms.at(Path.of(setting));
        Path area = MemoryArea.find().orElse(home.resolve("run"));
        return MySqlServer.own(programs, home.resolve("runtime"), area);
    }

    private static MySqlLogin address(String setting) {
        try {
            return MySqlLogin.of(setting);
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    "BACKWRIGHT_MYSQL is no address: " + e.getMessage() + ".", e);
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
