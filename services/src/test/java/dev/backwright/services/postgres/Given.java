package dev.backwright.services.postgres;

import dev.backwright.services.Listener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// What tests share: PostgreSQL unpacked once for the module, and its driver.
final class Given {

    static final Path RUNTIME = Path.of("target", "runtime").toAbsolutePath();

    private Given() {}

    static PostgresBinaries binaries() {
        return PostgresBinaries.unpack(RUNTIME);
    }

    /// A real driver on the wire.
    static Connection connection(Listener listener, PostgresLogin login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + listener.port() + "/" + login.database(),
                properties);
    }
}
